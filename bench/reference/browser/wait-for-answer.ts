import { setTimeout as pause } from 'node:timers/promises';

/** Asks an address until it answers with a page. Throws when it has not done so in time. */
export async function waitForAnswer(address: string, longestMilliseconds: number): Promise<void> {
  const until = performance.now() + longestMilliseconds;
  while (performance.now() < until) {
    const answer = await fetch(address).catch(() => null);
    await answer?.text();
    if (answer?.ok) return;
    await pause(10);
  }
  throw new Error(`${address} has not answered within ${longestMilliseconds / 1000} s.`);
}
