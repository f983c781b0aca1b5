import type { NewFeedback, PortalProblem } from '../../portal-client';

/** What the feedback is about: the page, and where on it. */
export type FeedbackSubject = Omit<NewFeedback, 'comment' | 'reason' | 'email' | 'anonymous' | 'proof' | 'website'>;

/** What somebody says about it, as far as it is filled in. */
export interface FeedbackDraft {
  /** '' where none is picked. */
  readonly reason: string;
  readonly comment: string;
  /** Where the answer goes to; '' where none is wanted. */
  readonly email: string;
  /** Leaves out who is signed in. */
  readonly isAnonymous: boolean;
  /** What people do not see, and programs fill in. */
  readonly trap: string;
}

export type FeedbackState =
  | { readonly kind: 'editing'; readonly draft: FeedbackDraft }
  | { readonly kind: 'sending'; readonly draft: FeedbackDraft; readonly feedback: NewFeedback }
  /** Only after the service has said that it is on disk. */
  | { readonly kind: 'sent'; readonly hasAddress: boolean }
  /** What was typed is still there. */
  | { readonly kind: 'failed'; readonly draft: FeedbackDraft; readonly problem: PortalProblem };

export type FeedbackEvent =
  | { readonly kind: 'changed'; readonly part: Partial<FeedbackDraft> }
  /** To send it, about this. */
  | { readonly kind: 'asked'; readonly subject: FeedbackSubject }
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly problem: PortalProblem };

export const longestComment = 4000;

/** "Yes" has nothing to add and goes out at once; everything else asks for words. */
export function startFeedback({
  subject,
  comment,
}: {
  readonly subject: FeedbackSubject;
  readonly comment: string;
}): FeedbackState {
  const draft = { reason: '', comment, email: '', isAnonymous: false, trap: '' };
  return subject.helpful === true
    ? { kind: 'sending', draft, feedback: toFeedback(subject, draft) }
    : { kind: 'editing', draft };
}

export function reduceFeedback(state: FeedbackState, event: FeedbackEvent): FeedbackState {
  if (state.kind === 'sent') return state;
  const { draft } = state;
  switch (event.kind) {
    case 'changed':
      return state.kind === 'sending' ? state : { kind: 'editing', draft: { ...draft, ...event.part } };
    case 'asked':
      return { kind: 'sending', draft, feedback: toFeedback(event.subject, draft) };
    case 'stored':
      return state.kind === 'sending' ? { kind: 'sent', hasAddress: draft.email.trim() !== '' } : state;
    case 'refused':
      return state.kind === 'sending' ? { kind: 'failed', draft, problem: event.problem } : state;
  }
}

/** What goes to the service: what is empty is left out. */
export function toFeedback(subject: FeedbackSubject, draft: FeedbackDraft): NewFeedback {
  const words = draft.comment.trim().slice(0, longestComment);
  const email = draft.email.trim();
  return {
    ...subject,
    ...(draft.reason && { reason: draft.reason }),
    ...(words && { comment: words }),
    ...(email && { email }),
    ...(draft.isAnonymous && { anonymous: true }),
    ...(draft.trap && { website: draft.trap }),
  };
}

/** Whether the service would hold it without a proof: it has words, or an address. */
export function needsProof({ comment, email }: Pick<NewFeedback, 'comment' | 'email'>): boolean {
  return comment !== undefined || email !== undefined;
}

/** Why it was not stored, and what to do; the text is still in the form. */
export function failureWords({ kind, code, detail, retryAfterSeconds, places }: PortalProblem): string {
  if (code === 'rate-limited') {
    const wait = retryAfterSeconds === null ? 'in a minute' : `in ${retryAfterSeconds} s`;
    return `Too much feedback came from here at once. Send it again ${wait}.`;
  }
  if (kind === 'unreachable') return 'The service could not be reached, so nothing is stored yet. Send it again.';
  if (places.some(({ at }) => at === '/email'))
    return 'The address is none that a mail can go to. Mend it, or leave it out.';
  return `${detail ?? 'The service could not store it.'} Send it again.`;
}
