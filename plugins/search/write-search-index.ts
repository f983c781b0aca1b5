import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedPortal } from '../../contract/read/index.ts';
import type { ReferenceNav, ReferencePage, ServedPage } from '../../contract/reference-page.ts';
import type { SearchManifest } from '../../contract/search-files.ts';
import { pagesIn } from '../reference/pages.ts';
import { writeGuidesIndex } from './guides-index.ts';
import { filesOfVersion } from './version-files.ts';

/**
 * Writes what the search dialog loads into a built site: `search.json` ({@link SearchManifest}), the files that it names in
 * `assets/search/`, and Pagefind's index of the guides in `pagefind/`. decisions/009 says why there are two.
 */
export async function writeSearchIndex({ apis }: LoadedPortal, siteFolder: string): Promise<void> {
  const store = await fileStore(siteFolder);
  const versions: SearchManifest['versions'][number][] = [];
  for (const { id: api, title, versions: all } of apis) {
    for (const { id: version, deprecated } of all) {
      const folder = path.join(siteFolder, 'reference', api, version);
      if (!existsSync(path.join(folder, 'pages.json'))) continue;
      const nav = JSON.parse(readFileSync(path.join(folder, 'nav.json'), 'utf8')) as ReferenceNav;
      const { names, fields, words } = filesOfVersion(nav, readPages(folder));
      versions.push({
        api,
        version,
        title,
        deprecated: deprecated !== undefined,
        names: await store(names),
        fields: await store(fields),
        words: await Promise.all(words.map(async (file) => ({ from: file.words[0] ?? '', file: await store(file) }))),
      });
    }
  }
  const manifest: SearchManifest = { guides: await writeGuidesIndex(siteFolder), versions };
  await writeFile(path.join(siteFolder, 'search.json'), JSON.stringify(manifest));
}

function* readPages(folder: string): Generator<readonly [string, ReferencePage]> {
  for (const place of pagesIn(folder)) {
    const { page } = JSON.parse(readFileSync(path.join(folder, `${place}.json`), 'utf8')) as ServedPage;
    yield [place, page];
  }
}

/** Writes a value under the hash of its content, and says its address. */
async function fileStore(siteFolder: string): Promise<(value: unknown) => Promise<string>> {
  const folder = path.join(siteFolder, 'assets', 'search');
  await mkdir(folder, { recursive: true });
  return async (value) => {
    const text = JSON.stringify(value);
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
    await writeFile(path.join(folder, name), text);
    return `/assets/search/${name}`;
  };
}
