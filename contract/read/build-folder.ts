import path from 'node:path';

/** Everything that is built goes below this one folder; `PORTAL_BUILD` moves it. Absolute. */
export function buildFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return path.resolve(environment.PORTAL_BUILD ?? 'build');
}
