import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedPortal } from '../../contract/read/index.ts';

const CODE_FOLDERS = ['src', 'plugins', 'contract', 'static', 'cli/build'];
const CODE_FILES = ['docusaurus.config.ts', 'package-lock.json'];

/**
 * Fingerprints of what the site is made from, by content: a fresh clone and a touched file do not count as a change. Hex SHA-256.
 */
export interface Inputs {
  /** The code, and `portal.config.ts`. */
  readonly code: string;
  /** All: the code, guides and descriptions. */
  readonly site: string;
}

/** `descriptions` are the files of all descriptions. */
export async function fingerprintInputs(
  portal: LoadedPortal,
  program: string,
  descriptions: readonly string[],
): Promise<Inputs> {
  const code = await fingerprint([
    ...CODE_FOLDERS.map((folder) => path.join(program, folder)),
    ...CODE_FILES.map((file) => path.join(program, file)),
    portal.configFile,
  ]);
  return { code, site: digest(code, await fingerprint([...texts(portal, program), ...descriptions])) };
}

/** A fingerprint of what Docusaurus builds from: of the descriptions, it sees what was laid out of them in `laidOut`. */
export async function fingerprintShell(
  { code }: Inputs,
  portal: LoadedPortal,
  program: string,
  laidOut: readonly string[],
): Promise<string> {
  const { docsFolder, hiddenGuides } = portal;
  const hidden = new Set(hiddenGuides.map((guide) => path.join(docsFolder ?? '', guide)));
  return digest(code, await fingerprint([...texts(portal, program), ...laidOut], hidden));
}

function texts({ docsFolder }: LoadedPortal, program: string): string[] {
  return [path.join(program, 'CHANGELOG.md'), ...(docsFolder ? [docsFolder] : [])];
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

async function fingerprint(roots: readonly string[], without: ReadonlySet<string> = new Set()): Promise<string> {
  const listed = (await Promise.all(roots.map(listFiles))).flat().filter((file) => !without.has(file));
  const files = [...new Set(listed)].sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`).update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return null;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries === null) return [root];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
