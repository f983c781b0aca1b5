import type { HomePage } from '../../contract/home-page.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';
import { link, plainText } from './markdown/inline.ts';
import { twinAddress } from './twin-address.ts';

/** The Markdown twin of the home page. `firstCall` is the journey that it offers, as commands. */
export function homeTwin(portal: LoadedPortal, home: HomePage, firstCall: string): string {
  const { brand, apis } = portal;
  const blocks = [
    `# ${plainText(brand.name)}`,
    `> ${plainText(brand.tagline)}`,
    plainText(brand.description ?? ''),
    ...(firstCall === '' ? [] : ['## Your first call', firstCall]),
    ...home.ways.flatMap(({ title, text, links }) => [
      `## ${plainText(title)}`,
      plainText(text),
      links.map(({ label, to }) => `- ${link(label, twinAddress(to))}`).join('\n'),
    ]),
    '## APIs',
    apis.flatMap(({ id, title, versions }) => versions.map((version) => apiItem(id, title, version))).join('\n'),
    ...(home.changes.length > 0 ? ['## What changed'] : []),
    ...home.changes.flatMap(({ title, to, points }) => [
      `### ${link(title, twinAddress(to))}`,
      points.map((point) => `- ${plainText(point)}`).join('\n'),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function apiItem(
  api: string,
  title: string,
  { id, deprecated }: LoadedPortal['apis'][number]['versions'][number],
): string {
  return `- ${link(`${title} ${id}`, `/reference/${api}/${id}.md`)}${deprecated ? ', deprecated' : ''}`;
}
