import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedPortal } from '../../contract/read/index.ts';
import type { Edition } from './editions.ts';
import { fingerprintShell, type Inputs } from './inputs.ts';
import { replaceFolder } from './replace-folder.ts';
import { PROGRAM, runDocusaurus } from './run-docusaurus.ts';
import { readStamp, removeStamp, writeStamp } from './stamp.ts';

export interface Shell {
  readonly folder: string;
  /** Tells one shell from another. */
  readonly stamp: string;
}

/**
 * The shell: what Docusaurus builds of the site, which is everything but the pages in frames. It is kept, with its server bundle, and
 * taken again as long as what it is made from is the same: a description's change that shows on no overview or tag page does not
 * touch it. Answers when Docusaurus, a process of its own, is at work: what is done meanwhile may keep this thread busy.
 */
export async function beginShell(
  inputs: Inputs,
  portal: LoadedPortal,
  { build, readers }: Edition,
): Promise<{ readonly built: Promise<Shell> }> {
  const folder = path.join(build, 'shell');
  const stamp = await fingerprintShell(inputs, portal, PROGRAM, [
    path.join(build, 'reference-docs'),
    path.join(build, 'embeds'),
  ]);
  const shell = { folder, stamp };
  if ((await readStamp(build, 'shell'))?.fingerprint === stamp) return { built: Promise.resolve(shell) };
  await removeStamp(build, 'shell');
  const next = `${folder}.next`;
  await rm(next, { recursive: true, force: true });
  const docusaurus = runDocusaurus(['build', '--out-dir', next], build, readers);
  const built = docusaurus.then(async () => {
    await replaceFolder(next, folder);
    await writeStamp(build, 'shell', stamp);
    return shell;
  });
  // A failure is told when it is waited for.
  built.catch(() => undefined);
  return { built };
}
