import type { Outcome, PortalProblem } from '../../../portal-client';

/** What a mail that was just sent is for. */
export type SentMail = 'link' | 'confirmation' | 'password';

/** Where somebody is on the way in. */
export type EntryState =
  | { readonly kind: 'asking'; readonly problem: PortalProblem | null }
  /** `way` is the button that was pressed. */
  | { readonly kind: 'sending'; readonly way: EntryWay }
  | {
      readonly kind: 'mailed';
      readonly mail: SentMail;
      readonly email: string;
      /** Milliseconds, as `Date.now()`. */
      readonly sentAt: number;
      readonly isSending: boolean;
      /** Why it could not be sent again. */
      readonly problem: PortalProblem | null;
    }
  | { readonly kind: 'code'; readonly isSending: boolean; readonly problem: PortalProblem | null }
  /** Signed in; the page leads on as soon as it knows the session. */
  | { readonly kind: 'in' };

export type EntryWay = 'password' | 'link' | 'reset' | 'sign-up';

export const asking: EntryState = { kind: 'asking', problem: null };

export function mailed(mail: SentMail, email: string, now: number): EntryState {
  return { kind: 'mailed', mail, email, sentAt: now, isSending: false, problem: null };
}

/** After the password. An address that is not confirmed gets another mail by itself. */
export function afterPassword(
  outcome: Outcome<{ readonly needs_second_factor: boolean }>,
  email: string,
  now: number,
): EntryState {
  if (outcome.kind === 'ok')
    return outcome.value.needs_second_factor ? { kind: 'code', isSending: false, problem: null } : { kind: 'in' };
  if (outcome.problem.code === 'address-unconfirmed') return mailed('confirmation', email, now);
  return { kind: 'asking', problem: outcome.problem };
}

/** After a mail was asked for. */
export function afterMail(outcome: Outcome<unknown>, mail: SentMail, email: string, now: number): EntryState {
  return outcome.kind === 'ok' ? mailed(mail, email, now) : { kind: 'asking', problem: outcome.problem };
}

/** After the code of a second factor. Where the time for it is over, one begins again. */
export function afterCode(outcome: Outcome<unknown>): EntryState {
  if (outcome.kind === 'ok') return { kind: 'in' };
  const { problem } = outcome;
  return isWrongCode(problem) ? { kind: 'code', isSending: false, problem } : { kind: 'asking', problem };
}

function isWrongCode({ code, kind }: PortalProblem): boolean {
  return kind !== 'refused' || ['second-factor-invalid', 'request-invalid', 'rate-limited'].includes(code);
}
