import { createHash } from 'node:crypto';
import type { RandomBytes } from './key-format.ts';

/** Seven days: how long a browser that comes back finds what it made in the sandbox. */
export const guestLifetimeSeconds = 7 * 24 * 60 * 60;

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** The secret that names a guest, in the guest's cookie only: 256 bits, base64url. */
export function newGuestToken(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}

export function isGuestToken(text: string | undefined): text is string {
  return text !== undefined && tokenShape.test(text);
}

const guestPrefix = 'org_guest_';

export function isGuestOrganization(organization: string): boolean {
  return organization.startsWith(guestPrefix);
}

/** The guest's organization: derived from the token, so that no table of guests is needed and none can leak tokens. */
export function guestOrganization(token: string): string {
  return `${guestPrefix}${createHash('sha256').update(`guest:${token}`).digest('hex').slice(0, 26)}`;
}
