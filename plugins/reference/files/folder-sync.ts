import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder hold exactly what is written through it: a file that is the same already keeps its time, so that nobody who
 * watches it is woken; what was not written again is deleted by `finish`.
 */
export class FolderSync {
  readonly #root: string;
  readonly #kept = new Set<string>();
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  write(name: string, content: string | Buffer): void {
    const file = path.join(this.#root, name);
    this.#kept.add(path.normalize(name));
    this.#makeFolder(path.dirname(file));
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const before = readIfThere(file);
    if (before === undefined) writeFileSync(file, bytes);
    else if (!before.equals(bytes)) replaceFile(file, bytes);
  }

  /** Leaves a file as it is; false where it is not there. */
  keep(name: string): boolean {
    const isThere = existsSync(path.join(this.#root, name));
    if (isThere) this.#kept.add(path.normalize(name));
    return isThere;
  }

  /** Leaves all files of a folder as they are. */
  keepFolder(name: string): void {
    const folder = path.join(this.#root, name);
    if (!existsSync(folder)) return;
    for (const file of readdirSync(folder)) this.keep(path.join(name, file));
  }

  finish(): void {
    const folders: string[] = [];
    for (const entry of readdirSync(this.#root, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isDirectory()) folders.push(file);
      else if (!this.#kept.has(path.relative(this.#root, file))) rmSync(file);
    }
    for (const folder of folders.sort((a, b) => b.length - a.length)) {
      if (readdirSync(folder).length === 0) rmdirSync(folder);
    }
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** In one step: a reader sees the old or the new, and what is linked to the old keeps it. */
function replaceFile(file: string, bytes: Buffer): void {
  const next = `${file}.next`;
  writeFileSync(next, bytes);
  renameSync(next, file);
}
