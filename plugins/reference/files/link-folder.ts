import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts the files of one folder into another, new one. They share their content on disk where it can; whoever changes a file of
 * the first must replace it, as `FolderSync` does.
 */
export function linkFolder(from: string, to: string): void {
  const made = new Set<string>();
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const folder = path.join(to, path.relative(from, entry.parentPath));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    linkOrCopy(path.join(entry.parentPath, entry.name), path.join(folder, entry.name));
  }
}

/** One file at a second place; it must not be there yet. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one that has no links.
    copyFileSync(from, to);
  }
}
