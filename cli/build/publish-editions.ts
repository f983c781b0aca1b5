import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuiltEdition } from './build-edition.ts';
import type { GatedThing } from './describe-gated.ts';
import { editionsFolder } from './editions.ts';
import { replaceFolder } from './replace-folder.ts';

/**
 * Puts all editions where readers look, and writes down for the service which there are (`editions.json`) and what is early access in
 * them. Editions that are gone are removed.
 */
export async function publishEditions(
  built: readonly BuiltEdition[],
  gated: readonly GatedThing[],
  build: string,
): Promise<void> {
  for (const { edition, folder, scripts } of built) {
    await writeFile(path.join(edition.build, 'csp.json'), JSON.stringify(scripts, null, 2));
    await replaceFolder(folder, path.join(edition.build, 'site'));
  }
  const own = built.map(({ edition }) => edition).filter(({ readers }) => readers.length > 0);
  const list = path.join(build, 'editions.json');
  if (own.length === 0) {
    await rm(list, { force: true });
    await rm(editionsFolder(build), { recursive: true, force: true });
    return;
  }
  const editions = own.map(({ readers, build: folder }) => ({ readers, folder: path.relative(build, folder) }));
  await writeFile(`${list}.next`, JSON.stringify({ editions, gated }, null, 2));
  await rename(`${list}.next`, list);
  const kept = new Set(own.map(({ build: folder }) => path.basename(folder)));
  await mkdir(editionsFolder(build), { recursive: true });
  for (const name of await readdir(editionsFolder(build))) {
    if (!kept.has(name)) await rm(path.join(editionsFolder(build), name), { recursive: true, force: true });
  }
}
