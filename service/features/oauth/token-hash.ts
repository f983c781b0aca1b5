import { createHash } from 'node:crypto';

/** What is stored instead of a token, a code or a secret. They have 200 random bits and more: no salt, no slow hash. */
export function tokenHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
