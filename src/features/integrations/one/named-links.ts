import type { Integration } from '../../../portal-client';

export interface NamedLink {
  readonly label: string;
  readonly href: string;
  /** What a reader goes by: the address may say anything behind it. */
  readonly host: string;
}

const labels = { website: 'Website', docs: 'Documentation', support: 'Support' } as const;

/** The links of a listing that there are; what is not https is none, whatever the service says. */
export function namedLinks(links: Integration['links']): readonly NamedLink[] {
  return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((name) => {
    const href = links[name];
    if (typeof href !== 'string' || !href.startsWith('https://') || !URL.canParse(href)) return [];
    return [{ label: labels[name], href, host: new URL(href).host }];
  });
}
