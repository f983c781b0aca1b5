import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { buildFolder } from '../../contract/read/build-folder.ts';
import { loadPortal, PortalError } from '../../contract/read/index.ts';
import { BUILD_COMMAND } from './build-command.ts';
import { fingerprintInputs } from './inputs.ts';
import { readStamp } from './stamp.ts';

/**
 * Builds the site when what it is made from has changed since it was built. The build runs in a process of its own,
 * so that its memory is given back.
 */
export async function ensureBuilt(): Promise<void> {
  const cli = path.resolve(import.meta.dirname, '..');
  const portal = await loadPortal();
  const built = await readStamp(buildFolder(), 'site');
  const descriptions = portal.apis.flatMap(({ versions }) => versions.map(({ file }) => file));
  const { site } = await fingerprintInputs(portal, path.dirname(cli), [...descriptions, ...(built?.files ?? [])]);
  if (built?.fingerprint === site) return;
  console.log('Building the site: what it is made from has changed since it was last built.');
  const [program = '', ...argv] = BUILD_COMMAND;
  const build = spawn(program, argv, { stdio: 'inherit' });
  const [code] = (await once(build, 'exit')) as [number | null];
  if (code !== 0) throw new PortalError('The site could not be built; the reason stands above.');
}
