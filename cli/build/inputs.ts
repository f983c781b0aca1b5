import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedPortal } from '../../contract/read/index.ts';

const SITE_FOLDERS = ['src', 'plugins', 'contract', 'static', 'cli/build'];
const SITE_FILES = ['docusaurus.config.ts', 'package-lock.json', 'CHANGELOG.md'];

/**
 * A fingerprint of everything that the built site is made from, by content: a fresh clone and a touched file do not
 * count as a change. Hex SHA-256.
 */
export async function fingerprintInputs(portal: LoadedPortal, program: string): Promise<string> {
  const descriptions = portal.apis.flatMap((api) => api.versions.map((version) => version.file));
  return fingerprint([...rootsWithoutDescriptions(portal, program), ...descriptions]);
}

/**
 * A fingerprint of what Docusaurus builds from: all but the descriptions, of which it sees what was laid out of them in
 * `referenceDocs`.
 */
export async function fingerprintShell(portal: LoadedPortal, program: string, referenceDocs: string): Promise<string> {
  return fingerprint([...rootsWithoutDescriptions(portal, program), referenceDocs]);
}

function rootsWithoutDescriptions(portal: LoadedPortal, program: string): string[] {
  return [
    ...SITE_FOLDERS.map((folder) => path.join(program, folder)),
    ...SITE_FILES.map((file) => path.join(program, file)),
    ...(portal.docsFolder ? [portal.docsFolder] : []),
    portal.configFile,
  ];
}

async function fingerprint(roots: readonly string[]): Promise<string> {
  const files = (await Promise.all(roots.map(listFiles))).flat().sort();
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
