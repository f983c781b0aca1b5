import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { issuePortalKey } from '../../service/issue-key.ts';
import { type ServiceProcess, startServiceProcess } from '../../tests/robustness/service-process.ts';
import { DESCRIPTION } from '../gateway/example-exchange.ts';
import { JOURNEY } from './journey.ts';
import type { Place } from './seed.ts';

/** The service on one database, with the journey of the benchmark. */
export interface Portal {
  readonly origin: string;
  readonly pid: number;
  /** Reads below `/api/v1`, with a team key or another one. Throws where it is not answered well. */
  read(path: string, key?: string): Promise<Response>;
  /** A sandbox key of an organization. */
  keyOf(organization: string): Promise<string>;
  stop(): Promise<void>;
}

const REQUESTS_PER_MINUTE = 6_000_000;

export async function startPortal(folder: string, place: Place): Promise<Portal> {
  const config = path.join(folder, 'portal.config.mjs');
  const brand = { name: 'Bench', tagline: 'Measured.' };
  const apis = [{ id: 'cardea', versions: [{ id: 'v2', description: DESCRIPTION }] }];
  await writeFile(config, `export default ${JSON.stringify({ brand, apis, journeys: [JOURNEY] })};\n`);
  const environment = { PORTAL_CONFIG: config, PORTAL_DATA: place.dataFolder, LOG_LEVEL: 'warn' };
  const service: ServiceProcess = await startServiceProcess(folder, place.databaseUrl, environment);
  const database = { PORTAL_DATA: place.dataFolder, DATABASE_URL: place.databaseUrl ?? '' };
  const issue = async (organization: string, scopes?: Parameters<typeof issuePortalKey>[0]['scopes']) => {
    const wanted = { organization, environment: 'sandbox', requestsPerMinute: REQUESTS_PER_MINUTE } as const;
    return (await issuePortalKey({ ...wanted, lifetimeDays: null, ...(scopes && { scopes }) }, database)).text;
  };
  const team = await issue('org_team', ['portal:team']);
  return {
    origin: service.origin,
    pid: service.pid,
    async read(address, key = team) {
      const answer = await fetch(`${service.origin}/api/v1${address}`, { headers: { authorization: `Bearer ${key}` } });
      if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}: ${await answer.text()}`);
      return answer;
    },
    keyOf: (organization) => issue(organization),
    stop: () => service.kill('SIGTERM'),
  };
}
