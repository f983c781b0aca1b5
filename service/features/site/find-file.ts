import { stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface SiteFile {
  /** Relative to the site's folder, with slashes. */
  readonly name: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly modified: Date;
  /** Another one when its content is another, as its size and time tell. */
  readonly tag: string;
}

/** The first of these files, named relative to the site's folder, that is there; null where none is. */
export async function findFile(folder: string, names: readonly string[]): Promise<SiteFile | null> {
  for (const name of names) {
    const found = await siteFile(folder, name);
    if (found !== null) return found;
  }
  return null;
}

async function siteFile(folder: string, name: string): Promise<SiteFile | null> {
  const path = join(folder, name);
  try {
    const entry = await stat(path);
    if (!entry.isFile()) return null;
    const { size, mtime: modified } = entry;
    return { name, path, size, modified, tag: `${size.toString(16)}-${modified.getTime().toString(16)}` };
  } catch {
    // Not there, a name that is too long, a file where a folder is meant: all mean that there is no such page.
    return null;
  }
}
