import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveUpstreamConfig } from '../../../contract/portal-config.ts';
import { issuePortalKey } from '../../../service/issue-key.ts';
import { startServiceProcess } from '../service-process.ts';

export interface GatewayProcess {
  readonly port: number;
  readonly pid: number;
  /** A live key without a limit to speak of. */
  readonly key: string;
  stop(): Promise<void>;
}

/** The service in a process of its own, with `things.yaml` before an upstream: `/gateway/things/v1/…`. */
export async function startGatewayProcess(
  upstream: string,
  gateway: { readonly requestsAtOnce?: number; readonly bodyMegabytes?: number } = {},
  live: Omit<LiveUpstreamConfig, 'url'> = {},
): Promise<GatewayProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-raw-'));
  const description = join(import.meta.dirname, 'things.yaml');
  const versions = [{ id: 'v1', description, live: { url: upstream, ...live } }];
  const brand = { name: 'Raw', tagline: 'Bytes.' };
  const config = join(folder, 'portal.config.mjs');
  await writeFile(
    config,
    `export default ${JSON.stringify({ brand, apis: [{ id: 'things', versions }], gateway })};\n`,
  );
  // What a proxy in front would say is not believed: there is none.
  const service = await startServiceProcess(folder, undefined, { PORTAL_CONFIG: config, TRUST_PROXY: 'false' });
  const wanted = {
    organization: 'org_raw',
    environment: 'live',
    requestsPerMinute: 6_000_000,
    lifetimeDays: null,
  } as const;
  const { text } = await issuePortalKey(wanted, { PORTAL_DATA: join(folder, 'data') });
  return {
    port: Number(new URL(service.origin).port),
    pid: service.pid,
    key: text,
    stop: async () => {
      await service.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
