import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { findTooDeep } from '../description/depth.ts';
import { PortalError } from '../portal-error.ts';
import { readSource, type Source } from '../source/index.ts';

/** Far above what people split an API into; it bounds the work when files name each other without end. */
const MAXIMUM_FILES = 1000;

/** The files beside a description and below its folder: the only ones that it may lead to. Each is read once. */
export class NeighbourFiles {
  readonly #main: Source;
  readonly #root: string;
  readonly #read = new Map<string, Source>();

  constructor(main: Source) {
    this.#main = main;
    this.#root = path.dirname(path.resolve(main.file));
  }

  /** All that were read, the description apart. */
  list(): Source[] {
    return [...this.#read.values()];
  }

  /** The file that a reference leads to, or a sentence on why it is not opened. Throws a `PortalError` for one that cannot be read. */
  async open(from: string, name: string): Promise<Source | string> {
    const wanted = path.resolve(path.dirname(path.resolve(from)), decode(name));
    if (!isBelow(this.#root, wanted)) return "leads out of the description's folder, where nothing is opened";
    if (wanted === path.resolve(this.#main.file)) return this.#main;
    const known = this.#read.get(wanted);
    if (known) return known;
    const real = await realpath(wanted).catch(() => undefined);
    if (real === undefined) return 'names a file that is not there';
    if (!isBelow(await realpath(this.#root), real))
      return "leads by a link out of the description's folder, where nothing is opened";
    if (this.#read.size >= MAXIMUM_FILES) return `is one file too many: ${MAXIMUM_FILES} are read at most`;
    const source = await readSource(wanted);
    const tooDeep = findTooDeep(source.value);
    if (tooDeep !== undefined)
      throw new PortalError('this is nested more than 500 levels deep, or contains itself. Flatten it.', {
        file: wanted,
        ...source.locate([tooDeep]).get(tooDeep),
      });
    this.#read.set(wanted, source);
    return source;
  }
}

function isBelow(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
