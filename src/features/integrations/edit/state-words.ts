import type { OwnListing } from '../../../portal-client';

type Standing = Pick<OwnListing, 'state' | 'is_public' | 'approved' | 'launched_at'>;

/** Where a listing stands, in a word, and what that means. */
export function stateWords({ state, is_public, approved, launched_at }: Standing): {
  readonly word: string;
  readonly means: string;
} {
  const stays = is_public ? ' What is public stays as it is until then.' : '';
  if (state === 'in-review')
    return {
      word: 'In review',
      means: `Somebody of the team looks at it.${stays} If you change it, it is taken back from the review.`,
    };
  if (state === 'returned') return { word: 'Sent back', means: `Change it, then send it again.${stays}` };
  if (is_public && state === 'approved') return { word: 'Public', means: 'It is in the directory as you see it here.' };
  if (is_public)
    return {
      word: 'Public, with a draft',
      means: 'What was approved is in the directory. Send the draft to review when it is ready.',
    };
  if (approved !== null && launched_at === null)
    return { word: 'Approved', means: 'It becomes public with your launch, by itself.' };
  return {
    word: 'Draft',
    means: 'Only your organization sees it. Write it while you build: it becomes public with your launch.',
  };
}
