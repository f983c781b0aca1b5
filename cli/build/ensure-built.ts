import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { buildFolder } from '../../contract/read/build-folder.ts';
import { loadPortal, PortalError } from '../../contract/read/index.ts';
import { fingerprintInputs } from './inputs.ts';
import { readStamp } from './stamp.ts';

/**
 * Builds the site when what it is made from has changed since it was built. The build runs in a process of its own,
 * so that its memory is given back.
 */
export async function ensureBuilt(): Promise<void> {
  const cli = path.resolve(import.meta.dirname, '..');
  const { site: wanted } = await fingerprintInputs(await loadPortal(), path.dirname(cli));
  if ((await readStamp(buildFolder(), 'site')) === wanted) return;
  console.log('Building the site: what it is made from has changed since it was last built.');
  const build = spawn(process.execPath, [path.join(cli, 'build.ts')], { stdio: 'inherit' });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new PortalError('The site could not be built; the reason stands above.');
}
