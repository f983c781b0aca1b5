import type { NewFeedback, PortalProblem } from '../../portal-client';

/** What a reader says about a page, as far as it is filled in. */
export interface FeedbackDraft {
  readonly helpful: boolean;
  /** '' where none is picked. */
  readonly reason: string;
  readonly comment: string;
}

export type FeedbackState =
  | { readonly kind: 'editing'; readonly draft: FeedbackDraft }
  | { readonly kind: 'sending'; readonly draft: FeedbackDraft }
  /** Only after the service has said that it is on disk. */
  | { readonly kind: 'sent' }
  /** What was typed is still there. */
  | { readonly kind: 'failed'; readonly draft: FeedbackDraft; readonly problem: PortalProblem };

export type FeedbackEvent =
  | { readonly kind: 'changed'; readonly part: Partial<Omit<FeedbackDraft, 'helpful'>> }
  | { readonly kind: 'asked' }
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly problem: PortalProblem };

export const longestComment = 4000;

/** "Yes" has nothing to add and goes out at once; "No" asks why. */
export function startFeedback(helpful: boolean, comment = ''): FeedbackState {
  return { kind: helpful ? 'sending' : 'editing', draft: { helpful, reason: '', comment } };
}

export function reduceFeedback(state: FeedbackState, event: FeedbackEvent): FeedbackState {
  if (state.kind === 'sent') return state;
  const { draft } = state;
  switch (event.kind) {
    case 'changed':
      return state.kind === 'sending' ? state : { kind: 'editing', draft: { ...draft, ...event.part } };
    case 'asked':
      return { kind: 'sending', draft };
    case 'stored':
      return state.kind === 'sending' ? { kind: 'sent' } : state;
    case 'refused':
      return state.kind === 'sending' ? { kind: 'failed', draft, problem: event.problem } : state;
  }
}

/** What goes to the service: what is empty is left out. */
export function toFeedback(page: string, { helpful, reason, comment }: FeedbackDraft): NewFeedback {
  const words = comment.trim().slice(0, longestComment);
  return { page, helpful, ...(reason && { reason }), ...(words && { comment: words }) };
}

/** Why it was not stored, and what to do; the text is still in the form. */
export function failureWords({ kind, code, detail, retryAfterSeconds }: PortalProblem): string {
  if (code === 'rate-limited') {
    const wait = retryAfterSeconds === null ? 'in a minute' : `in ${retryAfterSeconds} s`;
    return `Too much feedback came from here at once. Send it again ${wait}.`;
  }
  if (kind === 'unreachable') return 'The service could not be reached, so nothing is stored yet. Send it again.';
  return `${detail ?? 'The service could not store it.'} Send it again.`;
}
