import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { ReferenceNav } from '../../../contract/reference-page.ts';
import type { Guide } from '../guides/guide.ts';
import { link, plainText } from '../markdown/inline.ts';
import { twinAddress } from '../twin-address.ts';

export interface LlmsInput {
  readonly portal: LoadedPortal;
  readonly guides: readonly Guide[];
  readonly navs: readonly ReferenceNav[];
  /** The first words on a version or a tag, as text; by `/reference/{api}/{version}` or `/reference/{api}/{version}/tags/{slug}`. */
  readonly excerpts: ReadonlyMap<string, string>;
}

/**
 * `llms.txt` (https://llmstxt.org): where everything is, for agents. Guides by section, the overview and the tags of each API
 * version; versions that are deprecated stand under Optional.
 */
export function llmsText(input: LlmsInput): string {
  const { portal, guides, navs } = input;
  const { brand } = portal;
  const sections = [...new Set(guides.map(({ section }) => section))];
  const isDeprecated = ({ api, version }: ReferenceNav) =>
    portal.apis.some(({ id, versions }) => id === api && versions.some((one) => one.id === version && one.deprecated));
  const current = navs.filter((nav) => !isDeprecated(nav));
  const old = navs.filter(isDeprecated);
  const item = itemWriter(portal.url);
  const blocks = [
    `# ${plainText(brand.name)}`,
    `> ${plainText([brand.tagline, brand.description].filter(Boolean).join(' '))}`,
    'Every page has a Markdown twin at its address with `.md`; each operation of the reference too. Links below lead to twins. ' +
      `Everything in one file: ${portal.url}/llms-full.txt. What partners have launched: ${portal.serviceUrl || portal.url}/integrations.md`,
    ...sections.flatMap((section) => [
      `## ${plainText(section === '' ? 'Guides' : section)}`,
      guides
        .filter((guide) => guide.section === section)
        .map(({ title, address, description }) => item(title, address, description))
        .join('\n'),
    ]),
    ...current.flatMap((nav) => [`## ${plainText(`${nav.title} ${nav.version}`)}`, versionItems(nav, input, item)]),
    ...(old.length > 0 ? ['## Optional', old.map((nav) => versionItems(nav, input, item)).join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type Item = (title: string, address: string, description: string) => string;

function itemWriter(origin: string): Item {
  return (title, address, description) =>
    `- ${link(title, `${origin}${twinAddress(address)}`)}${description === '' ? '' : `: ${plainText(description)}`}`;
}

function versionItems({ api, version, title, groups }: ReferenceNav, { excerpts }: LlmsInput, item: Item): string {
  const place = `/reference/${api}/${version}`;
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return [
    item(`${title} ${version}`, place, `${excerpts.get(place) ?? ''} ${countWords(count)}.`.trim()),
    ...groups.map((group) => {
      const address = `${place}/tags/${group.slug}`;
      const words = `${excerpts.get(address) ?? ''} ${countWords(group.items.length)}.`.trim();
      return item(`${title} ${version}: ${group.name}`, address, words);
    }),
  ].join('\n');
}

const countWords = (count: number) => (count === 1 ? '1 operation' : `${count} operations`);
