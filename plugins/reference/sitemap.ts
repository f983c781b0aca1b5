import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const END = '</urlset>';

/** Adds the pages in frames to the sitemap that Docusaurus has written: it knows only the frames. `origin` is the site's. */
export function completeSitemap(siteFolder: string, origin: string, addresses: readonly string[]): void {
  const file = path.join(siteFolder, 'sitemap.xml');
  const sitemap = readFileSync(file, 'utf8');
  const entries = addresses.map(
    (address) => `<url><loc>${new URL(address, origin).href.replaceAll('&', '&amp;')}</loc></url>`,
  );
  // The file may be linked to one that stays: it is replaced, not changed.
  rmSync(file);
  writeFileSync(
    file,
    sitemap.replace(END, () => `${entries.join('')}${END}`),
  );
}
