import { escape } from '../../../platform/pages/page.ts';
import type { Labels } from '../listing-json.ts';
import { entryJson, publicJson } from '../listing-json.ts';
import type { PublicListing } from '../listing.ts';

const kindNames = { complementary: 'Complementary', supplementary: 'Supplementary' } as const;
const linkNames = { website: 'Website', docs: 'Documentation', support: 'Support' } as const;

/** In the site's own colours: these words stand in a page of it. */
const style = `<style>
.directory{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,264px),1fr));gap:16px;margin:24px 0;padding:0;list-style:none}
.directory li{margin:0;padding:20px;border:1px solid var(--pt-line);border-radius:10px;background:var(--pt-paper-raised);overflow-wrap:anywhere}
.directory h2{margin:0 0 4px;font-size:16px;line-height:24px}
.directory p,.directory-facts{margin:0;color:var(--pt-ink-soft);font-size:14px;line-height:22px}
.directory-form{display:flex;flex-wrap:wrap;gap:8px;margin:24px 0}
.directory-form input{flex:1 1 16rem;max-width:26rem;min-height:40px;padding:0 10px;border:1px solid var(--pt-line-strong);border-radius:6px;background:var(--pt-paper-raised);color:inherit;font:inherit}
.directory-form button{min-height:40px;padding:0 16px;border:1px solid var(--pt-line-strong);border-radius:6px;background:var(--pt-paper-raised);color:inherit;font:inherit}
.directory-one{max-width:39rem;overflow-wrap:anywhere}
.directory-one p{white-space:pre-line}
</style>`;

export interface DirectoryWords {
  readonly listings: readonly PublicListing[];
  /** What was searched for. */
  readonly q: string;
  /** The address of the next page; null where there is none. */
  readonly next: string | null;
  readonly platform: string;
}

/** The directory as HTML for readers without JavaScript. All text of partners goes through `escape`. */
export function directoryHtml({ listings, q, next, platform }: DirectoryWords, labels: Labels): string {
  const items = listings.map((listing) => {
    const { slug, name, summary, kind, apis } = entryJson(listing, labels);
    const facts = [kind === null ? '' : kindNames[kind], ...apis.map(({ label }) => label)].filter(Boolean).join(' · ');
    return `<li><h2 dir="auto"><a href="/integrations/${slug}">${escape(name)}</a></h2><p dir="auto">${escape(summary)}</p><p>${escape(facts)}</p></li>`;
  });
  const nothing =
    q === '' ? `No partner has launched on ${escape(platform)} yet: be the first.` : 'No integration fits that.';
  return [
    style,
    `<form class="directory-form" action="/integrations"><input type="search" name="q" maxlength="100" aria-label="Search the integrations" value="${escape(q)}"><button>Search</button></form>`,
    items.length === 0 ? `<p>${nothing}</p>` : `<ul class="directory">${items.join('')}</ul>`,
    next === null ? '' : `<p><a href="${escape(next)}">More integrations</a></p>`,
  ].join('');
}

/** One integration, likewise. */
export function integrationHtml(listing: PublicListing, labels: Labels, platform: string): string {
  const { name, summary, description, links, kind, apis, categories, launched_at } = publicJson(listing, labels);
  const facts = [
    ...(kind === null ? [] : [kindNames[kind]]),
    `Works with ${apis.map(({ label }) => label).join(', ')}`,
    ...categories.map(({ label }) => label),
    `Launched on ${platform} on ${launched_at.slice(0, 10)}`,
  ];
  const named = (Object.keys(linkNames) as (keyof typeof linkNames)[]).flatMap((link) => {
    const href = links[link];
    return href === null
      ? []
      : [`<li><a href="${escape(href)}" rel="nofollow ugc noopener noreferrer">${linkNames[link]}</a></li>`];
  });
  const paragraphs = description.split(/\n{2,}/).map((text) => `<p dir="auto">${escape(text)}</p>`);
  return `${style}<article class="directory-one"><h1 dir="auto">${escape(name)}</h1><p dir="auto">${escape(summary)}</p>${paragraphs.join('')}<ul>${named.join('')}</ul><p class="directory-facts">${escape(facts.join(' · '))}</p></article>`;
}
