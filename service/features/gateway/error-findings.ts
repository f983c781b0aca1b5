import type { ExchangeFinding } from '../traffic/index.ts';

const noted = new WeakMap<Error, readonly ExchangeFinding[]>();

/** Notes what happened before an error, for the record of the exchange that it ends. */
export function noteFindings(error: unknown, findings: readonly ExchangeFinding[]): void {
  if (error instanceof Error) noted.set(error, [...findingsBefore(error), ...findings]);
}

/** What was noted of an error, and of what caused it. */
export function findingsBefore(error: unknown): readonly ExchangeFinding[] {
  if (!(error instanceof Error)) return [];
  return [...findingsBefore(error.cause), ...(noted.get(error) ?? [])];
}
