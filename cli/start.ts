import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { buildFolder } from '../contract/read/build-folder.ts';
import { loadPortal } from '../contract/read/index.ts';
import { fingerprintInputs } from './build/inputs.ts';
import { readStamp } from './build/stamp.ts';
import { reportFailure } from './report-failure.ts';

/**
 * `npm start`: builds the site when what it is made from has changed, then serves it. The build runs in a process of
 * its own, so that its memory is given back before the service starts.
 */
async function start(): Promise<void> {
  const program = path.resolve(import.meta.dirname, '..');
  const wanted = await fingerprintInputs(await loadPortal(), program);
  if ((await readStamp(buildFolder())) !== wanted) {
    console.log('Building the site: what it is made from has changed since the last start.');
    const build = spawn(process.execPath, [path.join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
    const [code] = (await once(build, 'exit')) as [number | null];
    if (code !== 0) process.exit(1);
  }
  const { startService } = await import('../service/main.ts');
  await startService();
}

await start().catch(reportFailure);
