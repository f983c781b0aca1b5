import { entryJson, type Labels, publicJson } from '../listing-json.ts';
import type { PublicListing } from '../listing.ts';

const linkNames = { website: 'Website', docs: 'Documentation', support: 'Support' } as const;

/** Somebody's text as one line in which nothing is markup (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[!-/:-@[-`{-~]/g, (sign) => (/[.,'"?%/;-]/.test(sign) ? sign : `\\${sign}`))
    .replaceAll(/^(\d+)\./g, '$1\\.')
    .replaceAll(/^-/g, '\\-');
}

/** The directory for agents; `site` is where its pages are. */
export function directoryMarkdown(
  listings: readonly PublicListing[],
  labels: Labels,
  at: { site: string; platform: string; next: string | null },
): string {
  const lines = listings.map((listing) => {
    const { slug, name, summary, kind, apis } = entryJson(listing, labels);
    const facts = [kind ?? '', ...apis.map(({ label }) => plain(label))].filter(Boolean).join(', ');
    return `- [${plain(name)}](${at.site}/integrations/${slug}.md): ${plain(summary)} (${facts})`;
  });
  const list = lines.length === 0 ? 'No partner has launched yet.' : lines.join('\n');
  const more = at.next === null ? '' : `\n\n[More integrations](${at.next})`;
  return `# Integrations with ${plain(at.platform)}\n\nWhat partners have built and launched. The texts are theirs.\n\n${list}${more}\n`;
}

/** One integration for agents. */
export function integrationMarkdown(
  listing: PublicListing,
  labels: Labels,
  { site, platform }: { site: string; platform: string },
): string {
  const { name, summary, description, links, kind, apis, categories, launched_at } = publicJson(listing, labels);
  const named = (Object.keys(linkNames) as (keyof typeof linkNames)[]).flatMap((link) => {
    const href = links[link];
    return href === null ? [] : [`- ${linkNames[link]}: <${href}>`];
  });
  return [
    `# ${plain(name)}`,
    `> ${plain(summary)}`,
    ...description.split(/\n{2,}/).map(plain),
    [
      ...(kind === null ? [] : [`- Kind: ${kind}`]),
      ...apis.map(
        ({ id, label, seen }) =>
          `- Works with [${plain(label)}](${site}/reference/${id}.md)${seen ? ', seen at the gateway' : ''}`,
      ),
      ...(categories.length === 0 ? [] : [`- Categories: ${categories.map(({ label }) => plain(label)).join(', ')}`]),
      `- Launched on ${plain(platform)}: ${launched_at.slice(0, 10)}`,
      ...named,
    ].join('\n'),
    `[All integrations](${site}/integrations.md)`,
  ]
    .join('\n\n')
    .concat('\n');
}
