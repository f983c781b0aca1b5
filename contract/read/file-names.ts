import { DEVICES } from './reserved-names.ts';

/**
 * Gives out file names: only letters, digits, `-`, `_` and `.`, at most 100 characters, no two alike where letter case
 * does not count (the disks of macOS and Windows), and none of `index` and the devices of Windows.
 */
export class FileNames {
  readonly #taken = new Set(['index', ...DEVICES]);

  take(wanted: string): string {
    const base = fileName(wanted);
    let name = base;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

/** What a name is called as a file, when nothing else is called so. */
export function fileName(wanted: string): string {
  const fit = wanted.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return fit.slice(0, 100) || 'schema';
}
