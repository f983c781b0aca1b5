import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { issuePortalKey } from '../../service/issue-key.ts';
import { startServiceProcess } from '../../tests/robustness/service-process.ts';
import { DESCRIPTION } from './example-exchange.ts';

export interface OurGateway {
  readonly origin: string;
  readonly pid: number;
  /** They allow a hundred thousand requests a second: limits are counted, and refuse nothing. */
  readonly keys: { readonly live: string; readonly sandbox: string };
  stop(): Promise<void>;
}

const REQUESTS_PER_MINUTE = 6_000_000;

/**
 * The service as `npm start` runs it, with the sample platform's contract before these upstreams, by version. Keys, limits, validation both
 * ways and recording are on; the log says warnings only.
 */
export async function startOurGateway(
  folder: string,
  upstreams: Readonly<Record<string, string>>,
): Promise<OurGateway> {
  const versions = Object.entries(upstreams).map(([id, url]) => ({ id, description: DESCRIPTION, live: { url } }));
  const config = path.join(folder, 'portal.config.mjs');
  const brand = { name: 'Bench', tagline: 'Measured.' };
  await writeFile(config, `export default ${JSON.stringify({ brand, apis: [{ id: 'cardea', versions }] })};\n`);
  const environment = { PORTAL_CONFIG: config, LOG_LEVEL: 'warn' };
  const service = await startServiceProcess(folder, undefined, environment);
  const issue = async (kind: 'live' | 'sandbox') => {
    const wanted = { organization: 'org_bench', requestsPerMinute: REQUESTS_PER_MINUTE, lifetimeDays: null };
    const place = { PORTAL_DATA: path.join(folder, 'data') };
    return (await issuePortalKey({ ...wanted, environment: kind }, place)).text;
  };
  const keys = { live: await issue('live'), sandbox: await issue('sandbox') };
  return { origin: service.origin, pid: service.pid, keys, stop: () => service.kill('SIGTERM') };
}
