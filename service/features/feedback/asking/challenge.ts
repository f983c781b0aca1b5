import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Clock } from '../../../platform/clock.ts';

/** Its answer is worth something for so long: an hour of reading before one sends. */
const lifetimeMs = 60 * 60_000;
/** About 256 tries of a millisecond each: nothing to one person, a lot to who sends thousands. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 1000, keyPrefix: '00' } as const;

/** What was found of a proof: when its challenge was given, and what names it. */
export interface SolvedChallenge {
  readonly givenAt: Date;
  readonly expires: Date;
  readonly signature: string;
}

/** A proof of work (https://altcha.org/docs/v2/proof-of-work) that a browser does by itself while its reader writes. */
export interface Challenges {
  give(): Promise<Challenge>;
  /** What the text of a proof solves; null where it is none of ours, or solves nothing, or is too late. */
  solved(proof: string): Promise<SolvedChallenge | null>;
}

/** `secret` is 32 bytes; instances that share it accept each other's challenges. */
export function challenges({ secret, clock }: { readonly secret: Buffer; readonly clock: Clock }): Challenges {
  const hmacSignatureSecret = secret.toString('base64url');
  return {
    give: () => createChallenge({ ...work, deriveKey, hmacSignatureSecret, data: { given: clock.now().getTime() } }),
    solved: async (proof) => {
      const read = readProof(proof);
      if (read === null) return null;
      const { challenge, solution } = read;
      const { verified } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret });
      // Signed, therefore ours.
      const given = Number(challenge.parameters.data?.given);
      const expires = new Date(given + lifetimeMs);
      if (!verified || expires <= clock.now()) return null;
      return { givenAt: new Date(given), expires, signature: challenge.signature ?? '' };
    },
  };
}

/** Base64 of `{challenge, solution}` in JSON; whether it is right the signature says. */
function readProof(proof: string): { readonly challenge: Challenge; readonly solution: Solution } | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(proof, 'base64').toString('utf8'));
    if (!isObject(read) || !isObject(read.challenge) || !isObject(read.solution)) return null;
    const { parameters, signature } = read.challenge;
    // Another algorithm or more work than we ask for would be work for us.
    const isOurs =
      isObject(parameters) &&
      typeof signature === 'string' &&
      parameters.algorithm === work.algorithm &&
      parameters.cost === work.cost &&
      parameters.keyLength === 32 &&
      ['nonce', 'salt', 'keyPrefix'].every((name) => typeof parameters[name] === 'string');
    return isOurs ? (read as unknown as ReturnType<typeof readProof>) : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
