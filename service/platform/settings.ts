import { resolve } from 'node:path';
import { StartError } from './start-error.ts';

/** What the environment decides. `.env.example` names and explains each. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly buildFolder: string;
  readonly logLevel: LogLevel;
  /** Whether the client's address and protocol are taken from `X-Forwarded-…`, which a proxy in front must set. */
  readonly trustProxy: boolean;
  /** What opens `/metrics`; undefined: nothing does, but for the configuration. A secret. */
  readonly metricsToken: string | undefined;
  /** Seals what must not lie open in the database; undefined: the file `secret` in the data folder. A secret. */
  readonly secret: string | undefined;
  /** Where mails go out and from whom; null: nowhere, but for the mailbox of a portal that is tried out. The address is a secret. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Reads the settings; an empty value counts as not set. Throws a `StartError` that names the variable. */
export function readSettings(environment: NodeJS.ProcessEnv, workingFolder: string): Settings {
  const get = (name: string) => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  return {
    port: readPort(get('PORT') ?? '3000'),
    host: get('HOST') ?? 'localhost',
    databaseUrl: get('DATABASE_URL'),
    dataFolder: resolve(workingFolder, get('PORTAL_DATA') ?? '.data'),
    buildFolder: resolve(workingFolder, get('PORTAL_BUILD') ?? 'build'),
    logLevel: readLogLevel(get('LOG_LEVEL') ?? 'info'),
    metricsToken: get('PORTAL_METRICS_TOKEN'),
    secret: get('PORTAL_SECRET'),
    smtp: readSmtp(get('SMTP_URL'), get('MAIL_FROM')),
    trustProxy: readSwitch('TRUST_PROXY', get('TRUST_PROXY') ?? 'false'),
  };
}

function readSmtp(url: string | undefined, from: string | undefined): Settings['smtp'] {
  if (url === undefined) return null;
  if (!/^smtps?:\/\/[^/\s]+/.test(url) || !URL.canParse(url))
    throw new StartError(
      'SMTP_URL is no address of a mail server. Set it to something like smtps://user:password@mail.example.com:465.',
    );
  if (from === undefined || !/^(?:[^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/.test(from))
    throw new StartError(
      'MAIL_FROM is no sender. With SMTP_URL, set it to something like "Cardea <developers@cardea.example>".',
    );
  return { url, from };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`PORT is "${text}", which is no port. Set it to a number from 0 to 65535; 0 takes a free one.`);
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((candidate) => candidate === text);
  if (level !== undefined) return level;
  throw new StartError(`LOG_LEVEL is "${text}", which is no level. Set it to one of ${logLevels.join(', ')}.`);
}

function readSwitch(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new StartError(`${name} is "${text}". Set it to true or false.`);
}
