import { StartError } from '../start-error.ts';

/** What may be said about a `DATABASE_URL`: never its password. */
export interface PostgresTarget {
  readonly host: string;
  readonly database: string;
  readonly user: string;
}

const advice = 'Set it like postgres://user:password@host:5432/database, or leave it out to use the embedded database.';

export function parseUrl(databaseUrl: string): PostgresTarget {
  let url: URL;
  try {
    url = new URL(databaseUrl);
  } catch (error) {
    throw new StartError(`DATABASE_URL is not a URL. ${advice}`, { cause: error });
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    throw new StartError(`DATABASE_URL starts with ${url.protocol}, which is not PostgreSQL. ${advice}`);
  }
  return {
    host: url.host || (url.searchParams.get('host') ?? 'localhost'),
    database: decodeURIComponent(url.pathname.slice(1)) || url.username,
    user: decodeURIComponent(url.username),
  };
}

/** One sentence on why PostgreSQL could not be used, one on what to do. */
export function startSentence(target: PostgresTarget, error: unknown): string {
  const { code = '', message } = error as Error & { code?: string };
  switch (code) {
    case '28P01':
    case '28000':
      return `PostgreSQL at ${target.host} refused the user ${target.user}: ${message}. Correct the user or password in DATABASE_URL.`;
    case '3D000':
      return `PostgreSQL at ${target.host} has no database ${target.database}. Create it, or correct its name in DATABASE_URL.`;
    case '42501':
      return `PostgreSQL at ${target.host} does not let ${target.user} use ${target.database} (${message}). Grant that user CONNECT and CREATE on it.`;
    default:
      return `PostgreSQL at ${target.host} cannot be reached (${message || code}). Start it, or correct the host and port in DATABASE_URL.`;
  }
}
