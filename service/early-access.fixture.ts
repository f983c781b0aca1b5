import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync } from 'node:zlib';
import { loadPortal } from '../contract/read/index.ts';
import { type RunningApp, startApp } from './app.fixture.ts';

const page = (text: string) => `<!doctype html><h1>${text}</h1>${`<p>${text}</p>`.repeat(200)}`;
const script = (text: string) => `console.log("${text}");\n`.repeat(100);

/** A built site, as `npm run build` lays it out, with a guide and an API for the group `beta`. */
const files: Readonly<Record<string, string | Buffer>> = {
  'csp.json': '{"scripts":[]}',
  'site/index.html': page('Home'),
  'site/404.html': page('Nothing here'),
  'site/search.json': '{"guides":[]}',
  'site/docs/open.html': page('Open'),
  'site/docs/open.md': '# Open\n',
  'site/assets/js/shared.aaaa1111.js': script('shared'),
  'editions/beta/csp.json': '{"scripts":["sha256-QmV0YQ=="]}',
  'editions/beta/site/index.html': page('Home of beta'),
  'editions/beta/site/404.html': page('Nothing in beta'),
  'editions/beta/site/search.json': '{"guides":[{"title":"Early","href":"/docs/early"}]}',
  'editions/beta/site/docs/open.html': page('Open, with Early in the sidebar'),
  'editions/beta/site/docs/early.html': page('Early'),
  'editions/beta/site/docs/early.md': '# Early\n',
  'editions/beta/site/docs/early.png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'editions/beta/site/reference/vault/v2/nav.json': '{"api":"vault"}',
  'editions/beta/site/assets/js/shared.aaaa1111.js': script('shared'),
  'editions/beta/site/assets/js/early.bbbb2222.js': script('early'),
  'editions/beta/site/assets/js/early.bbbb2222.js.br': brotliCompressSync(script('early')),
  'editions.json': JSON.stringify({
    editions: [{ readers: ['beta'], folder: 'editions/beta' }],
    gated: [
      { kind: 'guide', title: 'Early', href: '/docs/early', access: ['beta'] },
      { kind: 'api', title: 'Vault v2', href: '/reference/vault/v2', access: ['beta'] },
    ],
  }),
};

export interface EarlyPortal extends RunningApp {
  /** Sends what it is told, byte for byte: no client makes a path plainer before. */
  send(path: string, sent?: Sent): Promise<Got>;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/**
 * The service with two groups: `beta`, listed, for the API `vault` and for v2 of `cardea`; and `secret`, which is not listed and opens
 * nothing.
 */
export async function startEarlyPortal(): Promise<EarlyPortal> {
  const build = mkdtempSync(join(tmpdir(), 'portolan-early-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(build, name)), { recursive: true });
    writeFileSync(join(build, name), content);
  }
  const sample = await loadPortal(join(import.meta.dirname, '../portal.config.ts'));
  const [cardea] = sample.apis;
  const version = (id: string) => {
    const found = cardea?.versions.find((one) => one.id === id);
    if (!found) throw new Error(`The sample has no cardea ${id}.`);
    return { ...found, deprecated: undefined };
  };
  const access = ['beta'];
  const running = await startApp({
    settings: { buildFolder: build, trustProxy: false },
    portal: {
      accounts: { ...sample.accounts, signUp: 'open', staff: ['root@portal.example'], providers: [] },
      access: [
        { id: 'beta', title: 'The beta', text: 'Vaults.', listed: true },
        { id: 'secret', title: 'A secret', text: '', listed: false },
      ],
      apis: [
        { id: 'cardea', title: 'Cardea', versions: [{ ...version('v2'), access }, version('v1')] },
        { id: 'vault', title: 'Vault', versions: [{ ...version('v2'), access }] },
        ...sample.apis.filter(({ id }) => id === 'portal'),
      ],
      journeys: [],
    },
  });
  const { port } = new URL(await running.app.listen({ port: 0, host: '127.0.0.1' }));
  return {
    ...running,
    send: (path, { method = 'GET', headers = {} } = {}) =>
      new Promise((resolve, reject) => {
        const sent = request({
          port,
          host: '127.0.0.1',
          path,
          method,
          headers: { host: 'localhost:3000', ...headers },
        });
        sent.once('error', reject);
        sent.once('response', (answer) => {
          buffer(answer).then(
            (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
            reject,
          );
        });
        sent.end();
      }),
    close: async () => {
      await running.close();
      rmSync(build, { recursive: true });
    },
  };
}
