import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { candidateFiles } from './site-path.ts';

/** The file of the site that an address means, relative to its folder; null where there is none. */
export async function findFile(folder: string, path: string): Promise<string | null> {
  for (const candidate of candidateFiles(path)) {
    if (await isFile(join(folder, candidate))) return candidate;
  }
  return null;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not there, a name that is too long, a file where a folder is meant: all mean that there is no such page.
    return false;
  }
}
