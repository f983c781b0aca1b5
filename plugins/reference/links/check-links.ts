import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { PortalError } from '../../../contract/read/index.ts';
import { suggest } from '../../../contract/read/portal/index.ts';
import { pagesIn } from '../pages.ts';
import { pageLinks, type PageLink } from './page-links.ts';

/**
 * Docusaurus's check for broken links knows nothing of the pages in frames: they are not its own. This checks the links to them
 * in every other page of the built site. Throws a {@link PortalError} with a line for each broken one.
 */
export async function checkReferenceLinks(siteFolder: string): Promise<void> {
  const pages = new FramedPages(siteFolder);
  const broken: string[] = [];
  for await (const file of glob('**/*.html', { cwd: siteFolder })) {
    if (/^reference[\\/]/.test(file)) continue;
    const links = pageLinks(await readFile(path.join(siteFolder, file), 'utf8'));
    for (const link of new Map(links.map((one) => [`${one.path}#${one.anchor}`, one])).values()) {
      const fault = await pages.faultOf(link);
      if (fault) broken.push(`/${file.replaceAll(path.sep, '/').replace(/\.html$/, '')}: ${fault}`);
    }
  }
  if (broken.length > 0) throw new PortalError(broken.sort().join('\n'));
}

class FramedPages {
  readonly #siteFolder: string;
  readonly #slugs = new Map<string, readonly string[]>();

  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
  }

  /** What is wrong with a link and what to do; undefined where it leads somewhere. */
  async faultOf({ path: address, anchor }: PageLink): Promise<string | undefined> {
    const place = address.split('/', 4).join('/');
    const slug = address.slice(place.length + 1);
    const slugs = this.#slugsOf(place);
    if (slugs.length === 0) return `the link ${address} leads to no API version. Name one of portal.config.ts.`;
    if (!slugs.includes(slug)) {
      const near = suggest(slug, slugs);
      const remedy = near ? `Did you mean ${place}/${near}?` : `${place} lists what there is.`;
      return `the link ${address} leads to no page of the reference. ${remedy}`;
    }
    if (anchor === '' || (await this.#hasAnchor(address, anchor))) return undefined;
    return `the link ${address}#${anchor} leads to no place in that page. Open the page and take the address of one of its names.`;
  }

  #slugsOf(place: string): readonly string[] {
    let slugs = this.#slugs.get(place);
    if (!slugs) this.#slugs.set(place, (slugs = this.#readSlugs(place)));
    return slugs;
  }

  #readSlugs(place: string): readonly string[] {
    try {
      return pagesIn(path.join(this.#siteFolder, place));
    } catch {
      return [];
    }
  }

  async #hasAnchor(address: string, anchor: string): Promise<boolean> {
    const html = await readFile(path.join(this.#siteFolder, `${address}.html`), 'utf8');
    const escaped = anchor.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return html.includes(` id="${escaped}"`);
  }
}
