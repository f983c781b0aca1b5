import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import * as pagefind from 'pagefind';
import type { OperationPage } from '../../contract/reference-page.ts';
import { operationRecord } from './operation-record.ts';

/** Page data that is not an operation's. */
const NOT_AN_OPERATION = new Set(['nav', 'description', 'overview']);

/**
 * After the build, writes the search index to `pagefind/`, which the search dialog loads when it is opened.
 *
 * Every record has `meta.title` and `meta.kind`: `guide` (from the text of a guide's page; Pagefind's own excerpt), or `operation` and
 * `webhook`, which also have `method`, `path`, `operationId`, `tag`, `api`, `version` and `deprecated`. Filters: `kind`, `api`, `version`.
 */
export default function searchPlugin(context: LoadContext): Plugin {
  return {
    name: 'portolan-search',
    async postBuild({ outDir }) {
      const { index, errors } = await pagefind.createIndex({
        rootSelector: 'article',
        excludeSelectors: ['nav', 'form', '.hash-link'],
      });
      if (!index) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
      for await (const file of glob('docs/**/*.html', { cwd: outDir })) {
        const content = await readFile(path.join(outDir, file), 'utf8');
        await index.addHTMLFile({ url: addressOf(file), content: asGuide(content) });
      }
      for (const folder of dataFolders(context)) {
        for await (const file of glob('*/*/*.json', { cwd: folder })) {
          if (NOT_AN_OPERATION.has(path.parse(file).name)) continue;
          const page = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as OperationPage;
          await index.addCustomRecord(operationRecord(page));
        }
      }
      await index.writeFiles({ outputPath: path.join(outDir, 'pagefind') });
      await pagefind.close();
    },
  };
}

const addressOf = (file: string) => `/${file.replace(/(?:\/index)?\.html$/, '').replaceAll(path.sep, '/')}`;

/** Pagefind takes `data-pagefind-…` attributes for what it cannot read from the text. */
const asGuide = (html: string) =>
  html.replace(/<article\b/, '<article data-pagefind-meta="kind:guide" data-pagefind-filter="kind:guide"');

const dataFolders = ({ siteConfig }: LoadContext) =>
  siteConfig.staticDirectories.map((folder) => path.resolve(folder, 'reference'));
