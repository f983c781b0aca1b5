import { issuePortalKey } from '../service/issue-key.ts';
import { readArguments, WrongUsage } from './usage.ts';

/**
 * `issue-key`: a key for an organization, or for the team that runs the portal, on the machine that the portal runs on. The key goes to standard output, once and alone, so that
 * it can be piped; what it is goes to standard error.
 */
export async function issueKeyByHand(argv: readonly string[]): Promise<void> {
  const { values } = readArguments({
    args: [...argv],
    options: {
      team: { type: 'boolean', default: false },
      environment: { type: 'string' },
      organization: { type: 'string' },
      'requests-per-minute': { type: 'string', default: '600' },
      'expires-in-days': { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { team, environment = team ? 'sandbox' : '', organization = team ? 'org_team' : '' } = values;
  if (environment !== 'sandbox' && environment !== 'live') throw new WrongUsage('Say --environment sandbox or live.');
  if (!/^org_[A-Za-z0-9_]{1,60}$/.test(organization)) {
    throw new WrongUsage('Say whose it is: --organization org_ and letters, digits or underscores.');
  }
  const days = values['expires-in-days'];
  const { text, key } = await issuePortalKey(
    {
      organization,
      environment,
      ...(team && { scopes: ['portal:team'] as const }),
      requestsPerMinute: readCount('requests-per-minute', values['requests-per-minute'], 100_000),
      lifetimeDays: days === undefined ? null : readCount('expires-in-days', days, 3650),
    },
    process.env,
  );
  if (values.json) {
    const { id, requestsPerMinute, expiresAt } = key;
    return console.log(
      JSON.stringify({ key: text, id, organization, environment, requestsPerMinute, expiresAt }, null, 2),
    );
  }
  const end = key.expiresAt ? `until ${key.expiresAt.toISOString()}` : 'until it is revoked';
  console.error(
    `${team ? 'team' : environment} key ${key.id} of ${organization}, ${end}. It is shown once; the portal keeps its hash.`,
  );
  console.log(text);
}

function readCount(name: string, text: string, most: number): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= most) return count;
  throw new WrongUsage(`--${name} is "${text}". Say a whole number from 1 to ${most}.`);
}
