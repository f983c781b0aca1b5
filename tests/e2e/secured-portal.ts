import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runPortal, type RunningPortal } from '../support/run-portal.ts';
import { securedApi } from '../support/secured-api.ts';
import { test as base } from './portal.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** A request as the live upstream got it. */
export interface SeenRequest {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface SecuredPortal extends RunningPortal {
  readonly liveKey: string;
  /** What the live upstream got since the last look. */
  readonly takeSeen: () => SeenRequest[];
}

/** A portal with an API that asks for every kind of credential, in the sandbox and in live: a real HTTP server on a free port. */
export const test = base.extend<object, { portal: RunningPortal; secured: SecuredPortal }>({
  portal: [async ({ secured }, use) => use(secured), { scope: 'worker' }],
  secured: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portolan-secured-'));
      const upstream = await startUpstream();
      const environment = {
        PORTAL_CONFIG: path.join(folder, 'portal.config.ts'),
        PORTAL_BUILD: path.join(folder, 'build'),
        PORTAL_DATA: path.join(folder, 'data'),
        NOTES_LIVE_TOKEN: 'token-of-the-portal',
      };
      await writeFile(path.join(folder, 'notes.json'), JSON.stringify(securedApi));
      await writeFile(environment.PORTAL_CONFIG, configuration(upstream.origin));
      const run = (script: string, ...argv: string[]) =>
        execFileSync(process.execPath, [path.join(PROGRAM, script), ...argv], {
          cwd: PROGRAM,
          env: { ...process.env, ...environment },
          encoding: 'utf8',
        });
      run('cli/build.ts');
      const issue = ['issue-key', '--environment', 'live', '--organization', 'org_halden'];
      const liveKey = run('cli/main.ts', ...issue).trim();
      const running = await runPortal(environment);
      await use({ ...running, liveKey, takeSeen: () => upstream.seen.splice(0) });
      await running.stop();
      upstream.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

async function startUpstream() {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      const status = request.method === 'POST' ? 201 : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 201 ? '{"id":"live-1","text":"Made in live"}' : '[{"id":"live-1","text":"From live"}]');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, seen, close };
}

function configuration(origin: string): string {
  return `import { definePortal } from '${PROGRAM}/contract/portal-config.ts';

export default definePortal({
  brand: { name: 'Notes', tagline: 'Every kind of credential.' },
  apis: [
    {
      id: 'notes',
      versions: [
        {
          id: 'v1',
          description: 'notes.json',
          live: {
            url: '${origin}/{region}/{tenant}',
            variables: {
              region: { values: ['eu', 'us'], text: 'where your data is' },
              tenant: { pattern: '[a-z]{3,9}', default: 'main' },
            },
            credential: { kind: 'bearer', tokenFrom: 'NOTES_LIVE_TOKEN' },
          },
        },
      ],
    },
    { id: 'plain', versions: [{ id: 'v1', description: 'notes.json' }] },
  ],
});
`;
}
