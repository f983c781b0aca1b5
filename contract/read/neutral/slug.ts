/** Below the 255 bytes of a file name, with room for an ending. */
const MAXIMUM_LENGTH = 120;

/** Kebab case in ASCII: `createCredentialOffer` → `create-credential-offer`, `repos/list-for-org` → `repos-list-for-org`. */
export function toSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()
    .slice(0, MAXIMUM_LENGTH)
    .replace(/^-+|-+$/g, '');
}

/** Gives out names that are different also where letter case does not count (file systems): the second `a` is `a-2`. */
export class UniqueNames {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name.toLowerCase()); count++) name = `${wanted}-${count}`;
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
