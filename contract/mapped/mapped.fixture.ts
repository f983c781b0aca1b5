import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';

/** The files of a portal by their paths: the configuration, descriptions, documents. */
export type Files = Readonly<Record<string, string>>;

const page = path.resolve(import.meta.dirname, '../../docs/portal/graphql-and-grpc.md');

/** The files that the guide shows: every fence with a title, up to the second `portal.config.ts` or from there on. */
export function filesOfGuide(which: 'graphql' | 'grpc'): Files {
  const fences = [...readFileSync(page, 'utf8').matchAll(/^```\w+ title="([^"]+)"\n(.*?)^```$/gms)].map(
    ([, name = '', text = '']) => [name, text] as const,
  );
  const second = fences.findLastIndex(([name]) => name === 'portal.config.ts');
  return Object.fromEntries(which === 'graphql' ? fences.slice(0, second) : fences.slice(second));
}

/** The files with some words exchanged. Throws where the words are not there, so that a test changes what it means to. */
export function changed(files: Files, file: string, changes: readonly (readonly [string, string])[]): Files {
  const text = changes.reduce((sofar, [from, to]) => {
    if (!sofar.includes(from)) throw new Error(`${file} does not say ${from}.`);
    return sofar.replace(from, to);
  }, files[file] ?? '');
  return { ...files, [file]: text };
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes a portal into a folder of its own, which goes with the test, and returns its configuration. */
export function writePortal(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-mapped-'));
  folders.push(folder);
  const ours = path.resolve(import.meta.dirname, '../portal-config.ts');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text.replace('./contract/portal-config.ts', ours));
  }
  return path.join(folder, 'portal.config.ts');
}
