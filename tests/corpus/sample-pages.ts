import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The kinds of pages that a browser looks at, and what tells the one to take of each API: the one with the most. */
const KINDS: readonly (readonly [kind: string, weight: (page: SampledPage) => number])[] = [
  ['largest', ({ bytes }) => bytes],
  ['smallest', ({ bytes }) => -bytes],
  ['most parts', ({ data }) => count(data, '"more":')],
  ['callbacks', ({ data }) => count(data, '"kind":"callback"')],
  ['webhook', ({ address, bytes }) => (address.includes('/webhook-') ? bytes : 0)],
  ['deprecated', ({ data }) => count(data, '"deprecated":true')],
  ['most alternatives', ({ data }) => count(data, '"alternatives":')],
  ['schema', ({ address, bytes }) => (address.includes('/schemas/') ? bytes : 0)],
  ['images', ({ data }) => count(data, '<img')],
];

interface SampledPage {
  readonly address: string;
  readonly bytes: number;
  /** Its page data. */
  readonly data: string;
}

/** Pages of an API in a built site, of each kind one, the same in each run: overview, a tag, the schemas and what stands out. */
export function samplePages(site: string, api: string): string[] {
  const place = `reference/${api}/v1`;
  const folder = path.join(site, place);
  const paths = JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8')) as string[];
  const pages = paths.map((page): SampledPage => {
    const file = path.join(folder, page);
    return {
      address: `/${place}/${page}`,
      bytes: statSync(`${file}.html`).size,
      data: readFileSync(`${file}.json`, 'utf8'),
    };
  });
  const chosen = KINDS.flatMap(([, weight]) => heaviest(pages, weight));
  const tags = readdirSync(path.join(folder, 'tags')).filter((name) => name.endsWith('.html'));
  const tag = tags.map((name) => `/${place}/tags/${name.replace(/\.html$/, '')}`).sort()[0];
  const schemas = paths.includes('schemas') ? [`/${place}/schemas`] : [];
  return [...new Set([`/${place}`, ...(tag ? [tag] : []), ...schemas, ...chosen])];
}

/** The page with the greatest weight, the first of them; none where all weigh nothing. */
function heaviest(pages: readonly SampledPage[], weight: (page: SampledPage) => number): string[] {
  const weighed = pages.map((page) => ({ address: page.address, weight: weight(page) }));
  const best = weighed.filter((one) => one.weight !== 0).sort((a, b) => b.weight - a.weight)[0];
  return best ? [best.address] : [];
}

const count = (text: string, part: string) => text.split(part).length - 1;
