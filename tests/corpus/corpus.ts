import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostileDescription } from './hostile-description.ts';
import { publicDescription, publicDescriptionNames, starTrek, trainTravel } from '../support/public-descriptions.ts';

/** What `npm test` builds and crawls: the largest, the most recursive, and the odd ones. `PORTAL_CORPUS=all` takes them all. */
const CORE = ['github', 'stripe', 'digitalocean', 'twilio', 'box', 'slack', 'openai', 'adyen-webhooks', 'train-travel'];
/** Too large to be built beside others in a test; `npm run bench -- reference` builds it. */
const ALONE = ['microsoft-graph'];

export interface Corpus {
  /** API id → the file of its description. */
  readonly descriptions: ReadonlyMap<string, string>;
  /** The file of the hostile description, whose API is `hostile`. */
  readonly hostile: string;
  /** What `cli/` and `service/` are started with. */
  readonly environment: { readonly PORTAL_CONFIG: string; readonly PORTAL_BUILD: string };
  readonly site: string;
}

/** The corpus that `PORTAL_CORPUS` names: `all`, a list of names between commas, or by default {@link CORE}. */
export function corpus(choice = process.env.PORTAL_CORPUS ?? 'core'): Corpus {
  const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache/portolan-corpus', choice);
  const build = path.join(folder, 'build');
  return {
    descriptions: new Map(namesOf(choice).map((name) => [name, fileOf(name)])),
    hostile: path.join(folder, 'hostile.json'),
    // TypeScript is not stripped below node_modules.
    environment: { PORTAL_CONFIG: path.join(folder, 'portal.config.mjs'), PORTAL_BUILD: build },
    site: path.join(build, 'site'),
  };
}

/** Writes the hostile description, and the configuration of a portal with all of them. */
export function writeConfig({ descriptions, hostile, environment }: Corpus): void {
  const all = [...descriptions, ['hostile', hostile] as const];
  const apis = all.map(([id, description]) => ({ id, versions: [{ id: 'v1', description }] }));
  const portal = { brand: { name: 'Corpus', tagline: 'Descriptions that this project did not write.' }, apis };
  mkdirSync(path.dirname(environment.PORTAL_CONFIG), { recursive: true });
  writeFileSync(hostile, hostileDescription());
  writeFileSync(environment.PORTAL_CONFIG, `export default ${JSON.stringify(portal, null, 2)};\n`);
}

function namesOf(choice: string): readonly string[] {
  if (choice === 'core') return CORE;
  if (choice !== 'all') return choice.split(',');
  return [...publicDescriptionNames(), 'train-travel', 'star-trek'].filter((name) => !ALONE.includes(name));
}

function fileOf(name: string): string {
  if (name === 'train-travel') return trainTravel();
  return name === 'star-trek' ? starTrek() : publicDescription(name);
}
