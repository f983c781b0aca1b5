import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { OperationPage, ServedPage } from '../../contract/reference-page.ts';
import { operationRecord } from './operation-record.ts';

/** Pagefind's own interface: the site has one. */
const OWN_INTERFACE = /-(?:ui|highlight)[.]/;
/** Page data that is not an operation's. */
const NOT_AN_OPERATION = new Set(['nav', 'pages', 'description']);

/**
 * Writes the search index of a built site to `pagefind/` in it, which the search dialog loads when it is opened.
 *
 * Every record has `meta.title` and `meta.kind`: `guide` (from the text of a guide's page; Pagefind's own excerpt), or `operation` and
 * `webhook`, which also have `method`, `path`, `operationId`, `tag`, `api`, `version` and `deprecated`. Filters: `kind`, `api`, `version`.
 */
export async function writeSearchIndex(siteFolder: string): Promise<void> {
  const { index, errors } = await createIndex({
    rootSelector: 'article',
    excludeSelectors: ['nav', 'form', '.hash-link'],
  });
  if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  for await (const file of glob('docs/**/*.html', { cwd: siteFolder })) {
    const content = await readFile(path.join(siteFolder, file), 'utf8');
    await index.addHTMLFile({ url: addressOf(file), content: asGuide(content) });
  }
  for await (const file of glob('reference/*/*/*.json', { cwd: siteFolder })) {
    if (NOT_AN_OPERATION.has(path.parse(file).name)) continue;
    const { page } = JSON.parse(await readFile(path.join(siteFolder, file), 'utf8')) as ServedPage<OperationPage>;
    await index.addCustomRecord(operationRecord(page));
  }
  const { files } = await index.getFiles();
  for (const file of files.filter((each) => !OWN_INTERFACE.test(each.path))) {
    const target = path.join(siteFolder, 'pagefind', file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
  await close();
}

const addressOf = (file: string) => `/${file.replace(/(?:\/index)?\.html$/, '').replaceAll(path.sep, '/')}`;

/** Pagefind takes `data-pagefind-…` attributes for what it cannot read from the text. */
const asGuide = (html: string) =>
  html.replace(/<article\b/, '<article data-pagefind-meta="kind:guide" data-pagefind-filter="kind:guide"');
