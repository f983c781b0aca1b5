import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What was made from something says from what: the whole site, and the shell that Docusaurus builds. */
export type Stamped = 'site' | 'shell';

export interface Stamp {
  readonly fingerprint: string;
  /** Files that are known only when others have been read: those that a description refers to. */
  readonly files: readonly string[];
}

/** What the thing in the build folder was made from; `null` where there is none. */
export async function readStamp(buildFolder: string, what: Stamped): Promise<Stamp | null> {
  try {
    const [fingerprint = '', ...files] = (await readFile(stampFile(buildFolder, what), 'utf8')).trim().split('\n');
    return { fingerprint, files };
  } catch {
    return null;
  }
}

export async function writeStamp(
  buildFolder: string,
  what: Stamped,
  fingerprint: string,
  files: readonly string[] = [],
): Promise<void> {
  await writeFile(stampFile(buildFolder, what), [fingerprint, ...files, ''].join('\n'));
}

export async function removeStamp(buildFolder: string, what: Stamped): Promise<void> {
  await rm(stampFile(buildFolder, what), { force: true });
}

const stampFile = (buildFolder: string, what: Stamped) => path.join(buildFolder, `${what}.stamp`);
