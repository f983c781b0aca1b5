import type { FeedbackCalls } from '../../portal-client';

/** Gives the proof of work for one item; undefined where the browser or the service cannot. */
export type Prove = () => Promise<string | undefined>;

/**
 * Begins the work when it is made, so that it is done before one has written. Without a proof the item is stored as well, and waits for
 * a look by the team.
 */
export function startProof(client: Pick<FeedbackCalls, 'getChallenge'>): Prove {
  let work: Promise<string | undefined> | undefined;
  const start = (): Promise<string | undefined> =>
    solve(client).catch(() => {
      work = undefined;
      return undefined;
    });
  work = start();
  return () => {
    const proof = (work ??= start());
    // One proof is for one item: another needs another.
    void proof.then(() => (work = undefined));
    return proof;
  };
}

async function solve(client: Pick<FeedbackCalls, 'getChallenge'>): Promise<string | undefined> {
  const [outcome, { solvedProof }] = await Promise.all([client.getChallenge(), import('./solve-challenge')]);
  return outcome.kind === 'ok' ? solvedProof(outcome.value) : undefined;
}
