import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { SearchManifest } from '../../contract/search-files.ts';
import { textOf } from './html-text.ts';

/** Pagefind's own interface: the site has one. */
const OWN_INTERFACE = /-(?:ui|highlight)[.]/;

/** Writes Pagefind's index of the guides' text to `pagefind/` in a built site. Returns the guides; where there are none, nothing is written. */
export async function writeGuidesIndex(siteFolder: string): Promise<SearchManifest['guides']> {
  const files: string[] = [];
  for await (const file of glob('docs/**/*.html', { cwd: siteFolder })) files.push(file);
  if (files.length === 0) return [];
  const { index, errors } = await createIndex({
    rootSelector: 'article',
    // Code would be most of the index, and says in an excerpt nothing that the text beside it does not.
    excludeSelectors: ['nav', 'form', 'pre', '.hash-link', '.pt-widget'],
  });
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const guides: { title: string; href: string }[] = [];
  for (const file of files.sort()) {
    const content = await readFile(path.join(siteFolder, file), 'utf8');
    const href = addressOf(file);
    guides.push({ title: titleOf(content) ?? href, href });
    await index.addHTMLFile({ url: href, content });
  }
  const written = await index.getFiles();
  for (const file of written.files.filter((each) => !OWN_INTERFACE.test(each.path))) {
    const target = path.join(siteFolder, 'pagefind', file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
  await close();
  return guides;
}

const addressOf = (file: string) => `/${file.replace(/(?:\/index)?\.html$/, '').replaceAll(path.sep, '/')}`;

function titleOf(html: string): string | undefined {
  const heading = /<h1\b[^>]*>([^]*?)<\/h1>/.exec(html)?.[1];
  return heading === undefined ? undefined : textOf(heading);
}
