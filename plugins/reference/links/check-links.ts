import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { PortalError } from '../../../contract/read/index.ts';
import { suggest } from '../../../contract/read/portal/index.ts';
import { operationLinks, type OperationLink } from './operation-links.ts';

/**
 * Docusaurus's check for broken links knows nothing of the operations: their pages are not its own. This checks the links to them
 * in every other page of the built site. Throws a {@link PortalError} with a line for each broken one.
 */
export async function checkOperationLinks(siteFolder: string): Promise<void> {
  const operations = new OperationPages(siteFolder);
  const broken: string[] = [];
  for await (const file of glob('**/*.html', { cwd: siteFolder })) {
    if (/^reference[\\/]/.test(file)) continue;
    const links = operationLinks(await readFile(path.join(siteFolder, file), 'utf8'));
    for (const link of new Map(links.map((one) => [`${one.path}#${one.anchor}`, one])).values()) {
      const fault = await operations.faultOf(link);
      if (fault) broken.push(`/${file.replaceAll(path.sep, '/').replace(/\.html$/, '')}: ${fault}`);
    }
  }
  if (broken.length > 0) throw new PortalError(broken.sort().join('\n'));
}

class OperationPages {
  readonly #siteFolder: string;
  readonly #slugs = new Map<string, Promise<readonly string[]>>();

  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
  }

  /** What is wrong with a link and what to do; undefined where it leads somewhere. */
  async faultOf({ path: address, anchor }: OperationLink): Promise<string | undefined> {
    const place = address.slice(0, address.lastIndexOf('/'));
    const slug = address.slice(place.length + 1);
    const slugs = await this.#slugsOf(place);
    if (slugs.length === 0) return `the link ${address} leads to no API version. Name one of portal.config.ts.`;
    if (!slugs.includes(slug)) {
      const near = suggest(slug, slugs);
      const remedy = near ? `Did you mean ${place}/${near}?` : `${place} lists what there is.`;
      return `the link ${address} leads to no operation. ${remedy}`;
    }
    if (anchor === '' || (await this.#hasAnchor(address, anchor))) return undefined;
    return `the link ${address}#${anchor} leads to no place in that page. Open the page and take the address of one of its names.`;
  }

  #slugsOf(place: string): Promise<readonly string[]> {
    let slugs = this.#slugs.get(place);
    if (!slugs) this.#slugs.set(place, (slugs = this.#readSlugs(place)));
    return slugs;
  }

  async #readSlugs(place: string): Promise<readonly string[]> {
    try {
      const nav = JSON.parse(await readFile(path.join(this.#siteFolder, place, 'nav.json'), 'utf8')) as {
        groups: { items: { slug: string }[] }[];
      };
      return nav.groups.flatMap(({ items }) => items.map(({ slug }) => slug));
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
