import type { FastifyReply } from 'fastify';
import { type ProblemCode, ProblemError } from '../../platform/problem.ts';

/** The library's names for what it refuses, as our problems. */
const refusals: Readonly<Record<string, readonly [code: ProblemCode, detail: string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ['credentials-invalid', 'The address and the password do not belong together.'],
  INVALID_PASSWORD: ['credentials-invalid', 'The password is another one.'],
  CREDENTIAL_ACCOUNT_NOT_FOUND: ['credentials-invalid', 'The account has no password. Get one by a link in a mail.'],
  EMAIL_NOT_VERIFIED: ['address-unconfirmed', 'Open the link in the mail that was just sent to this address.'],
  EMAIL_PASSWORD_SIGN_UP_DISABLED: ['sign-up-closed', 'Ask the team for an invitation.'],
  APPROVAL_MISSING: [
    'approval-missing',
    'Your address is confirmed. The team of this portal looks at each sign-up; a mail tells you when you can sign in.',
  ],
  INVALID_TOKEN: ['link-invalid', 'The link was used, is too old, or is not whole. Ask for a new one.'],
  EXPIRED_TOKEN: ['link-invalid', 'The link is too old. Ask for a new one.'],
  TOKEN_EXPIRED: ['link-invalid', 'The link is too old. Ask for a new one.'],
  USER_NOT_FOUND: ['link-invalid', 'The account of this link is gone.'],
  ADDRESS_UNCONFIRMED: ['address-unconfirmed', 'The provider has not confirmed the address. Confirm it there first.'],
  ACCOUNT_NOT_LINKED: [
    'address-unconfirmed',
    'An account with this address is there, and both sides have not confirmed it.',
  ],
  SIGNUP_DISABLED: ['sign-up-closed', 'Ask the team for an invitation.'],
  STATE_MISMATCH: ['link-invalid', 'The sign-in was begun in another browser, or too long ago. Begin once more.'],
  STATE_NOT_FOUND: ['link-invalid', 'The sign-in was not begun here. Begin once more.'],
  STATE_INVALID: ['link-invalid', 'The sign-in was not begun here. Begin once more.'],
  PROVIDER_NOT_FOUND: ['unavailable', 'The provider does not answer at the moment. Try again later.'],
  INVALID_CODE: ['second-factor-invalid', 'The code is another one, or too old. Take the one that your app shows now.'],
  INVALID_BACKUP_CODE: ['second-factor-invalid', 'There is no such backup code, or it was used. Take another one.'],
  INVALID_TWO_FACTOR_COOKIE: ['second-factor-invalid', 'Give your password, or open a link, once more; then the code.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [
    'second-factor-invalid',
    'Five codes were wrong. Give your password, or open a link, once more; then the code.',
  ],
  ACCOUNT_TEMPORARILY_LOCKED: [
    'rate-limited',
    'Ten codes in a row were wrong: this account takes none for 15 minutes. A backup code is one, too.',
  ],
  TOTP_ALREADY_ENABLED: ['resource-conflict', 'The account has a second factor. Switch it off first.'],
  TOTP_NOT_ENABLED: ['second-factor-invalid', 'No second factor is being set up. Begin once more.'],
  BACKUP_CODES_NOT_ENABLED: ['second-factor-invalid', 'The account has no backup codes.'],
};

/**
 * Calls the library, hands its cookies to the browser, and resolves to its answer's body. What it refuses becomes a problem; what it
 * refuses with a word that we do not know becomes `request-invalid` with the library's sentence. Where a browser would be sent on with an `error` it refuses, too.
 */
export async function useLibrary(reply: FastifyReply, call: Promise<Response>): Promise<unknown> {
  const answer = await call;
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  return bodyOf(answer);
}

/** The same where the browser gets no cookies of it. */
export async function askLibrary(call: Promise<Response>): Promise<unknown> {
  return bodyOf(await call);
}

async function bodyOf(answer: Response): Promise<unknown> {
  const body: unknown = await answer.json().catch(() => null);
  const sentOn = new URL(answer.headers.get('location') ?? '/', 'http://portal').searchParams.get('error');
  if (answer.status < 400 && sentOn === null) return body;
  const { code = sentOn ?? '', message = '' } = (body ?? {}) as { code?: string; message?: string };
  const [problem, detail] = refusals[code.toUpperCase()] ?? [fallback(answer.status), message];
  throw new ProblemError(problem, {
    ...(problem === 'rate-limited' && { headers: { 'retry-after': String(lockedSeconds) } }),
    ...(detail !== '' && { detail }),
  });
}

/** How long the library takes no codes after ten wrong ones. */
const lockedSeconds = 900;

const fallback = (status: number): ProblemCode => (status >= 500 ? 'internal' : 'request-invalid');
