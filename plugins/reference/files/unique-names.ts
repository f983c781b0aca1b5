/**
 * Gives out file names: only letters, digits, `-`, `_` and `.`, at most 100 characters, no two alike where letter case
 * does not count (the disks of macOS and Windows).
 */
export class UniqueNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    const base =
      wanted
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[-.]+|[-.]+$/g, '')
        .slice(0, 100) || 'schema';
    let name = base;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${base}-${count}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
