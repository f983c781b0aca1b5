import { useCallback, useEffect, useState } from 'react';
import type { IntegrationsCalls, ListingDraft, Outcome, OwnListing, PortalProblem } from '../../../portal-client';
import { draftOf, isSameDraft } from './draft';

export type Doing = 'save' | 'submit' | 'logo' | 'remove';

export interface Editing {
  readonly listing: OwnListing;
  /** What stands in the form. */
  readonly draft: ListingDraft;
  readonly isChanged: boolean;
  readonly doing: Doing | null;
  /** Why the last thing was refused. */
  readonly problem: PortalProblem | null;
  /** What was stored by somebody else, while something else stands in the form. */
  readonly theirs: OwnListing | null;
  /** Said when something was done. */
  readonly said: string;
}

export type ListingState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: PortalProblem }
  | ({ readonly kind: 'editing' } & Editing);

export interface ListingEditing {
  readonly state: ListingState;
  readonly reload: () => Promise<void>;
  readonly edit: (draft: ListingDraft) => void;
  readonly save: () => Promise<void>;
  readonly submit: () => Promise<void>;
  readonly saveLogo: (file: Blob) => Promise<void>;
  readonly removeLogo: () => Promise<void>;
  readonly remove: () => Promise<void>;
  /** Drops the form's, and goes on with what somebody else stored. */
  readonly takeTheirs: () => void;
  /** Goes on with the form's: it is stored in the place of theirs when one saves. */
  readonly keepMine: () => void;
}

/** An organization's listing and the form over it. What somebody else stores meanwhile is never overwritten unseen. */
export function useListing(calls: IntegrationsCalls): ListingEditing {
  const [state, setState] = useState<ListingState>({ kind: 'loading' });
  const change = useCallback((part: Partial<Editing>) => {
    setState((now) => (now.kind === 'editing' ? { ...now, ...part } : now));
  }, []);

  const take = useCallback((outcome: Outcome<OwnListing>) => {
    if (outcome.kind === 'problem') return setState({ kind: 'failed', problem: outcome.problem });
    setState(fresh(outcome.value, ''));
  }, []);
  useEffect(() => {
    let hasLeft = false;
    void calls.own().then((outcome) => (hasLeft ? undefined : take(outcome)));
    return () => void (hasLeft = true);
  }, [calls, take]);

  /** Does it on the listing as it was read; where that is another one by now, both are shown. Null: it was refused. */
  async function act(
    doing: Doing,
    work: (listing: OwnListing) => Promise<Outcome<OwnListing>>,
    from?: OwnListing,
  ): Promise<OwnListing | null> {
    if (state.kind !== 'editing') return null;
    change({ doing, problem: null, said: '' });
    const outcome = await work(from ?? state.listing);
    if (outcome.kind === 'ok') return outcome.value;
    if (outcome.problem.code === 'changed-meanwhile') {
      const now = await calls.own();
      if (now.kind === 'ok') change({ doing: null, theirs: now.value });
      else change({ doing: null, problem: now.problem });
    } else change({ doing: null, problem: outcome.problem });
    return null;
  }

  const save = async (draft: ListingDraft) => act('save', ({ etag }) => calls.save(etag, draft));
  const current = state.kind === 'editing' ? state : null;
  return {
    state,
    reload: async () => take(await calls.own()),
    edit: (draft) =>
      change({ draft, said: '', isChanged: current !== null && !isSameDraft(draft, draftOf(current.listing)) }),
    async save() {
      const saved = current && (await save(current.draft));
      if (saved) setState(fresh(saved, 'Saved.'));
    },
    async submit() {
      const saved = current?.isChanged ? await save(current.draft) : (current?.listing ?? null);
      if (!saved) return;
      const sent = await act('submit', ({ etag }) => calls.submit(etag), saved);
      if (sent) setState(fresh(sent, 'Sent. You get a mail when somebody has looked at it.'));
      // What was saved on the way is saved.
      else setState((now) => keepSaved(now, saved));
    },
    async saveLogo(file) {
      const saved = await act('logo', ({ etag }) => calls.saveLogo(etag, file));
      if (saved) change({ listing: saved, doing: null, said: 'The logo is saved.' });
    },
    async removeLogo() {
      const saved = await act('logo', ({ etag }) => calls.removeLogo(etag));
      if (saved) change({ listing: saved, doing: null, said: 'The logo is removed.' });
    },
    async remove() {
      const gone = await act('remove', async ({ etag }) => {
        const outcome = await calls.remove(etag);
        return outcome.kind === 'ok' ? calls.own() : outcome;
      });
      if (gone) setState(fresh(gone, 'The listing is removed.'));
    },
    takeTheirs: () => current?.theirs && setState(fresh(current.theirs, 'This is what was stored.')),
    keepMine: () =>
      current?.theirs &&
      change({ listing: current.theirs, theirs: null, isChanged: true, said: 'Save to store yours in its place.' }),
  };
}

function fresh(listing: OwnListing, said: string): ListingState {
  return {
    kind: 'editing',
    listing,
    draft: draftOf(listing),
    isChanged: false,
    doing: null,
    problem: null,
    theirs: null,
    said,
  };
}

/** The form over what was saved, with the problem that came after it. */
function keepSaved(now: ListingState, saved: OwnListing): ListingState {
  if (now.kind !== 'editing' || now.theirs !== null) return now;
  return { ...now, listing: saved, draft: draftOf(saved), isChanged: false };
}
