import type { PartnerCall } from '../../portal-client';

/** What went wrong with an exchange, in a few words: which request, and why where that is known. */
export function errorWords({ operation, method, path, problem, message, on_purpose }: PartnerCall): string {
  const request = operation ?? `${method} ${path}`;
  const why = on_purpose ? 'on purpose, by a scenario' : (message ?? problem?.replaceAll('-', ' '));
  return why === undefined ? request : `${request}: ${why}`;
}
