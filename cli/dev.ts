import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildFolder } from '../contract/read/build-folder.ts';
import { loadPortal } from '../contract/read/index.ts';
import { DevReference } from '../plugins/reference/dev/dev-reference.ts';
import { prepareBuildFolder } from './build/prepare-build-folder.ts';
import { docusaurusEnvironment, PROGRAM } from './build/run-docusaurus.ts';
import { referenceServer } from './dev/reference-server.ts';
import { Restarted } from './dev/restarted.ts';
import { watchFiles } from './dev/watch-files.ts';
import { freePort } from './free-port.ts';
import { reportFailure } from './report-failure.ts';

/**
 * `npm run dev`: the site with hot reload on `PORT`; the reference's data from this process, made as they are looked at; the service
 * on a free port, restarted when its code, a description or `portal.config.ts` changes.
 */
async function develop(): Promise<void> {
  const build = buildFolder();
  await prepareBuildFolder(build);
  const portal = await loadPortal();
  const reference = new DevReference(portal, build);
  await reference.read();
  const dataServer = referenceServer(reference).listen(0, '127.0.0.1');
  await once(dataServer, 'listening');
  const servicePort = await freePort();
  const service = new Restarted(() =>
    spawn(process.execPath, [path.join(PROGRAM, 'service/main.ts')], {
      stdio: 'inherit',
      env: { ...process.env, PORT: String(servicePort), HOST: '127.0.0.1' },
    }),
  );
  watchFiles(reference.files(), () => {
    // What is looked at first: the page. The service reads the description too, on the same processor.
    void reference.readAgain().then(() => service.restart());
  });
  for (const code of [path.join(PROGRAM, 'service'), path.join(PROGRAM, 'contract'), portal.configFile]) {
    watch(code, { recursive: true }, () => void service.restart());
  }
  const docusaurus = path.join(PROGRAM, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const site = spawn(process.execPath, [docusaurus, 'start', '--no-open', '--port', process.env.PORT ?? '3000'], {
    cwd: PROGRAM,
    stdio: 'inherit',
    env: {
      ...docusaurusEnvironment(build),
      PORTAL_DEV_SERVICE: `http://127.0.0.1:${servicePort}`,
      PORTAL_DEV_REFERENCE: `http://127.0.0.1:${(dataServer.address() as AddressInfo).port}`,
    },
  });
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

await develop().catch(reportFailure);
