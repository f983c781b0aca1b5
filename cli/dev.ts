import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildFolder } from '../contract/read/build-folder.ts';
import { loadPortal, readContracts } from '../contract/read/index.ts';
import { generateReference } from '../plugins/reference/generate.ts';
import { docusaurusEnvironment } from './build/run-docusaurus.ts';
import { prepareBuildFolder } from './build/prepare-build-folder.ts';
import { freePort } from './free-port.ts';
import { reportFailure } from './report-failure.ts';

const PROGRAM = path.resolve(import.meta.dirname, '..');
/** Editors write a file in several steps; a restart waits for the last one. */
const SETTLE_MILLISECONDS = 150;

/**
 * `npm run dev`: the site with hot reload on `PORT`, the service behind it on a free port, restarted when its code,
 * a description or `portal.config.ts` changes.
 */
async function develop(): Promise<void> {
  const build = buildFolder();
  await prepareBuildFolder(build);
  const portal = await loadPortal();
  await generateReference({ portal, contracts: await readContracts(portal), buildFolder: build });
  const servicePort = await freePort();
  const service = new Restarted(() =>
    spawn(process.execPath, [path.join(PROGRAM, 'service/main.ts')], {
      stdio: 'inherit',
      env: { ...process.env, PORT: String(servicePort), HOST: '127.0.0.1' },
    }),
  );
  const files = portal.apis.flatMap((api) => api.versions.map((version) => version.file));
  for (const watched of [path.join(PROGRAM, 'service'), path.join(PROGRAM, 'contract'), portal.configFile, ...files]) {
    watch(watched, { recursive: true }, () => void service.restart());
  }
  const site = spawn(
    process.execPath,
    [
      path.join(PROGRAM, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'),
      'start',
      '--no-open',
      '--port',
      process.env.PORT ?? '3000',
    ],
    {
      cwd: PROGRAM,
      stdio: 'inherit',
      env: { ...docusaurusEnvironment(build), PORTAL_DEV_SERVICE: `http://127.0.0.1:${servicePort}` },
    },
  );
  const stop = () => {
    service.stop();
    site.kill();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  site.once('exit', (code) => {
    service.stop();
    process.exitCode = code ?? 0;
    setImmediate(() => process.exit());
  });
}

/** A process that is started anew when its inputs change, and stays down, ready for the next change, when it fails. */
class Restarted {
  readonly #start: () => ChildProcess;
  #child: ChildProcess;
  #generation = 0;

  constructor(start: () => ChildProcess) {
    this.#start = start;
    this.#child = start();
  }

  async restart(): Promise<void> {
    const generation = ++this.#generation;
    await pause(SETTLE_MILLISECONDS);
    if (generation !== this.#generation) return;
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child.once('exit', resolve));
      this.#child.kill();
      await ended;
    }
    if (generation === this.#generation) this.#child = this.#start();
  }

  stop(): void {
    this.#generation++;
    this.#child.kill();
  }
}

await develop().catch(reportFailure);
