import { type Challenge, type DeriveKeyFunction, solveChallenge } from 'altcha-lib';
import type { FeedbackChallenge } from '../../portal-client';

/** The Base64 of challenge and solution, as the service takes it; undefined where it takes too long. Throws outside of a secure context. */
export async function solvedProof(given: FeedbackChallenge): Promise<string | undefined> {
  const challenge = given as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 20_000 });
  return solution === null ? undefined : btoa(JSON.stringify({ challenge, solution }));
}

/** PBKDF2 with SHA-256 (RFC 8018 §5.2), by the browser. */
const deriveKey: DeriveKeyFunction = async ({ cost, keyLength }, salt, password) => {
  const key = await crypto.subtle.importKey('raw', bytes(password), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: cost };
  return { derivedKey: new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, keyLength * 8)) };
};

function bytes(array: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(array);
}
