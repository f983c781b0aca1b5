import type { ExchangeFinding } from '../traffic/index.ts';

const noted = new WeakMap<Error, readonly ExchangeFinding[]>();

/** Notes what happened before an error, for the record of the exchange that it ends. */
export function noteFindings(error: unknown, findings: readonly ExchangeFinding[]): void {
  if (error instanceof Error) noted.set(error, [...findingsBefore(error), ...findings]);
}

const deepest = 5;

/** What was noted of an error, and of what caused it. */
export function findingsBefore(error: unknown, depth = 0): readonly ExchangeFinding[] {
  if (!(error instanceof Error) || depth > deepest) return [];
  return [...findingsBefore(error.cause, depth + 1), ...(noted.get(error) ?? [])];
}
