import { readFileSync, writeFileSync } from 'node:fs';

interface Memory {
  /** Of the code that makes pages, and of its configuration. */
  readonly stamp: string;
  /** By `{api}/{version}/{path}`: the digest of what the page was made from. */
  readonly pages: Readonly<Record<string, string>>;
}

/** What the pages of the last build were made from. A page is made again only when that has changed. */
export class MadePages {
  readonly #file: string;
  readonly #stamp: string;
  readonly #before: ReadonlyMap<string, string>;
  readonly #now: Record<string, string> = {};
  #same = 0;

  constructor(file: string, stamp: string) {
    this.#file = file;
    this.#stamp = stamp;
    const memory = readMemory(file);
    this.#before = new Map(memory?.stamp === stamp ? Object.entries(memory.pages) : []);
  }

  /** Whether a page was made from the same before; remembers what it is made from now. */
  isSame(page: string, digest: string): boolean {
    this.#now[page] = digest;
    const isSame = this.#before.get(page) === digest;
    if (isSame) this.#same++;
    return isSame;
  }

  /** Whether some page was left as it was. */
  hasSame(): boolean {
    return this.#same > 0;
  }

  write(): void {
    writeFileSync(this.#file, JSON.stringify({ stamp: this.#stamp, pages: this.#now } satisfies Memory));
  }
}

function readMemory(file: string): Memory | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    return undefined;
  }
}
