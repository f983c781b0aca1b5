import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { linkOrCopy } from '../files/link-folder.ts';

const STAMP = 'stamp';

/**
 * The HTML of pages by the digest of their data, kept between builds: a page whose data are as they were is not rendered again, as
 * long as the site around it is the same.
 */
export class RenderedPages {
  readonly #folder: string;
  readonly #used: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Empties the store when it was made with another site (`stamp`). To be called before the first page. */
  begin(stamp: string): void {
    const file = path.join(this.#folder, STAMP);
    if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(file, stamp);
  }

  /** Puts the HTML that belongs to `data` into `target`; `render` makes it where there is none. */
  async put(data: Buffer, target: string, render: () => Promise<string>): Promise<void> {
    const name = `${createHash('sha256').update(data).digest('hex').slice(0, 40)}.html`;
    const kept = path.join(this.#folder, name);
    this.#used.push(name);
    if (!existsSync(kept)) writeFileSync(kept, await render());
    linkOrCopy(kept, target);
  }

  /** What was put by this one. */
  used(): readonly string[] {
    return this.#used;
  }

  /** Deletes what no page uses any more. */
  finish(used: ReadonlySet<string>): void {
    for (const name of readdirSync(this.#folder)) {
      if (name !== STAMP && !used.has(name)) rmSync(path.join(this.#folder, name));
    }
  }
}
