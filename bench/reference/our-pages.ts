import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { OperationPage, ReferenceNav } from '../../contract/reference-page.ts';

export interface OurPage {
  /** Below the origin. */
  readonly address: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  /** The name of its first parameter. */
  readonly word: string;
}

const BASE = 'reference/api/v1';

/** So many operations that have a parameter, spread evenly over a built API. */
export async function spreadPages(build: string, count: number): Promise<OurPage[]> {
  const folder = path.join(build, 'site', BASE);
  const slugs = await slugsOf(folder);
  const found: OurPage[] = [];
  for (let at = 0; at < slugs.length && found.length < count; at++) {
    // The n-th is looked for from its even place on.
    const start = Math.floor((found.length * slugs.length) / count);
    if (at < start) at = start;
    const slug = slugs[at] ?? '';
    const { page } = JSON.parse(await readFile(path.join(folder, `${slug}.json`), 'utf8')) as { page: OperationPage };
    const [parameter] = page.parameters;
    if (parameter && page.kind === 'operation')
      found.push({
        address: `/${BASE}/${slug}`,
        title: page.title,
        method: page.method,
        path: page.path,
        word: parameter.name,
      });
  }
  return found;
}

/** The size of each operation's HTML, in bytes. */
export async function htmlSizes(build: string): Promise<number[]> {
  const folder = path.join(build, 'site', BASE);
  const slugs = await slugsOf(folder);
  return Promise.all(slugs.map(async (slug) => (await stat(path.join(folder, `${slug}.html`))).size));
}

async function slugsOf(folder: string): Promise<string[]> {
  const { groups } = JSON.parse(await readFile(path.join(folder, 'nav.json'), 'utf8')) as ReferenceNav;
  return groups.flatMap(({ items }) => items.map(({ slug }) => slug));
}
