import type { Exchange } from './exchange';

/** Keeps an exchange in the history when the page has nothing better to do: the answer is shown first. The history's code comes with the first one. */
export function recordWhenIdle(exchange: Exchange, secrets: readonly string[]): void {
  const run = (): void => {
    // A history that cannot be written must not get in the way of the console.
    void import('./record').then(({ record }) => record(exchange, secrets)).catch(() => undefined);
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 1_000 });
  else setTimeout(run, 50);
}
