import { watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; what follows waits for the last one. */
const SETTLE_MILLISECONDS = 40;

/**
 * Calls `changed` after one of these files was written. Their folders are watched: editors put a new file into the place of the old
 * one, which ends the watching of a file.
 */
export function watchFiles(files: readonly string[], changed: () => void): void {
  const wanted = new Set(files.map((file) => path.resolve(file)));
  let timer: NodeJS.Timeout | undefined;
  for (const folder of new Set([...wanted].map((file) => path.dirname(file)))) {
    watch(folder, (_event, name) => {
      if (name === null || !wanted.has(path.join(folder, name))) return;
      clearTimeout(timer);
      timer = setTimeout(changed, SETTLE_MILLISECONDS);
    });
  }
}
