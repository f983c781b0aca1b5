import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { ReferenceNav } from '../../../contract/reference-page.ts';
import { LaidOutBefore } from './laid-out-before.ts';
import { LIGHT_DESCRIPTION, OVERVIEW_ID } from './light-description.ts';
import { overviewMdx } from './overview-mdx.ts';

export interface LayOutJob {
  /** Where the plugin writes: absolute, new, with `/` between its parts. */
  readonly folder: string;
  /** A Mustache template that passes a page through. */
  readonly template: string;
  readonly versions: readonly {
    /** `cardea/v2` */
    readonly key: string;
    readonly specPath: string;
    /** The overview's MDX. */
    readonly overview: string;
  }[];
}

/** Files below `reference-docs/`, by name. */
export type LaidOut = ReadonlyMap<string, string>;

/**
 * Has docusaurus-plugin-openapi-docs lay out overview pages and sidebars. It runs in a thread of its own, beside the making
 * of page data: it loads slowly, and what it prints is of use only where it fails.
 */
export async function layOut(navs: readonly ReferenceNav[], buildFolder: string): Promise<LaidOut> {
  const temporary = path.join(buildFolder, 'reference-docs.next');
  const folder = path.join(temporary, 'docs').replaceAll(path.sep, '/');
  const template = path.join(temporary, 'page.mustache');
  const versions = navs.map((nav) => {
    const key = `${nav.api}/${nav.version}`;
    const specPath = path.join(temporary, `${nav.api}-${nav.version}.json`);
    return { key, specPath, overview: overviewMdx(nav) };
  });
  const before = new LaidOutBefore(buildFolder, versions);
  const known = before.find();
  if (known) return known;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  writeFileSync(template, '{{{markdown}}}');
  for (const { specPath } of versions) writeFileSync(specPath, JSON.stringify(LIGHT_DESCRIPTION));
  const printed = await run({ folder, template, versions });
  const files = new Map(
    versions.flatMap(({ key }) =>
      [`${OVERVIEW_ID}.info.mdx`, 'sidebar.ts'].map((name) => [
        `${key}/${name}`,
        readMade(path.join(folder, key, name), printed),
      ]),
    ),
  );
  rmSync(temporary, { recursive: true, force: true });
  files.set('sidebars.ts', mergeSidebars(versions.map(({ key }) => key)));
  before.keep(files);
  return files;
}

async function run(workerData: LayOutJob): Promise<string> {
  const worker = new Worker(new URL('./lay-out-worker.ts', import.meta.url), {
    workerData,
    stdout: true,
    stderr: true,
  });
  const printed = Promise.all([text(worker.stdout), text(worker.stderr)]);
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', resolve);
  });
  return (await printed).join('');
}

/** The plugin says nothing and ends well when it made nothing: what it should have made is read to be sure. */
function readMade(file: string, printed: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`docusaurus-plugin-openapi-docs did not make ${path.basename(file)}. It printed:\n${printed}`);
  }
}

function mergeSidebars(keys: readonly string[]): string {
  const imports = keys.map((key, index) => `import sidebar${index} from './${key}/sidebar.ts';`);
  const entries = keys.map((key, index) => `  ${JSON.stringify(key)}: sidebar${index},`);
  return `${imports.join('\n')}\n\nexport default {\n${entries.join('\n')}\n};\n`;
}
