import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils/lib/markdownUtils.js';
import type { GuideAccess, LoadedPortal } from '../../contract/read/index.ts';
import { gatherErrors, PortalError } from '../../contract/read/portal-error.ts';
import { categoryAccess } from './category-access.ts';
import { lineOf, readAccess } from './read-access.ts';
import { refuseImports } from './refuse-imports.ts';

/**
 * Which guides are early access: by `access` in their front matter, else by that of the nearest folder above whose `_category_` has one.
 * Front matter is read as Docusaurus reads it. Throws a `PortalError` with file and line for a group that is none, a key that is nearly
 * `access`, and a guide for more readers that imports one for fewer.
 */
export async function readGuideAccess(portal: Pick<LoadedPortal, 'docsFolder' | 'access'>): Promise<GuideAccess> {
  const { docsFolder } = portal;
  if (docsFolder === null || !existsSync(docsFolder)) return new Map();
  const groups = portal.access.map(({ id }) => id);
  const files = readdirSync(docsFolder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
  const errors: PortalError[] = [];
  const categories = await categoryAccess(docsFolder, files, groups, errors);
  const access = new Map<string, readonly string[]>();
  for (const file of files.filter((name) => /\.mdx?$/.test(name))) {
    const place = path.join(docsFolder, file);
    const source = readFileSync(place, 'utf8');
    const { value, problems } = readAccess(await frontMatterOf(place, source), groups);
    errors.push(
      ...problems.map(({ key, sentence }) => new PortalError(sentence, { file: place, line: lineOf(source, key) })),
    );
    const own = value ?? nearest(categories, file);
    if (own) access.set(file, own);
  }
  errors.push(...refuseImports(docsFolder, files, access));
  const [first, ...more] = errors;
  if (first) throw gatherErrors([first, ...more]);
  return access;
}

async function frontMatterOf(filePath: string, fileContent: string): Promise<Record<string, unknown>> {
  try {
    return (await DEFAULT_PARSE_FRONT_MATTER({ filePath, fileContent })).frontMatter;
  } catch {
    // Docusaurus says what is wrong with it, and builds nothing.
    return {};
  }
}

function nearest(categories: ReadonlyMap<string, readonly string[]>, file: string): readonly string[] | undefined {
  for (let folder = path.posix.dirname(file); ; folder = path.posix.dirname(folder)) {
    const found = categories.get(folder);
    if (found ?? folder === '.') return found;
  }
}
