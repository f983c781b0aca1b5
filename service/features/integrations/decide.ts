import { type DraftState, type Listing, type ListingContent } from './listing.ts';

/** Each of these gives what becomes of the listing, or in words why it cannot be done. Pure. */
export type Decision<Change> =
  { readonly kind: 'change'; readonly change: Change } | { readonly kind: 'refused'; readonly why: string };

/** What the editor changed. Words of the staff stay until the draft is sent again; a draft in review is taken back from it. */
export function stateAfterEdit(state: DraftState): DraftState {
  return state === 'returned' ? 'returned' : 'draft';
}

/** What a draft still lacks before it can be sent to review, by the place in the content. */
export function missingOf(draft: ListingContent): readonly { readonly at: string; readonly message: string }[] {
  const wanted: readonly [boolean, string, string][] = [
    [draft.name !== '', '/name', 'is missing: what the integration is called'],
    [draft.summary !== '', '/summary', 'is missing: one line on what it does'],
    [draft.description !== '', '/description', 'is missing: what it does, and for whom'],
    [draft.kind !== null, '/kind', 'is missing: complementary or supplementary'],
    [draft.links.website !== null, '/links/website', 'is missing: where readers find it'],
    [draft.apis.length > 0, '/apis', 'is missing: at least one version that it uses'],
  ];
  return wanted.filter(([isThere]) => !isThere).map(([, at, message]) => ({ at, message }));
}

export function decideSubmission({ state }: Pick<Listing, 'state'>): Decision<'in-review'> {
  if (state === 'in-review') return refused('The draft is in review already.');
  if (state === 'approved') return refused('The draft is approved as it is. Change it, then send it again.');
  return { kind: 'change', change: 'in-review' };
}

export type ReviewWord = 'approved' | 'returned' | 'unpublished';

export interface ReviewChange {
  readonly state: DraftState;
  /** What becomes of the approved content: the draft takes its place, it stays, or it goes. */
  readonly approved: 'draft' | 'stays' | 'none';
}

/** `returned` and `unpublished` come with words: nobody is sent back without them. */
export function decideReview(
  listing: Pick<Listing, 'state' | 'approved'>,
  word: ReviewWord,
  note: string,
): Decision<ReviewChange> {
  if (word !== 'approved' && note === '') return refused('Say in the note what the organization is to know.');
  if (word === 'unpublished') {
    if (listing.approved === null) return refused('Nothing of this listing is approved.');
    const state = listing.state === 'in-review' ? 'in-review' : 'returned';
    return { kind: 'change', change: { state, approved: 'none' } };
  }
  if (listing.state !== 'in-review')
    return refused('The draft is not in review. It may have been taken back to change it.');
  return { kind: 'change', change: { state: word, approved: word === 'approved' ? 'draft' : 'stays' } };
}

function refused(why: string): Decision<never> {
  return { kind: 'refused', why };
}
