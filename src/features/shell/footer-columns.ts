import { referenceHref, type PortalSite } from './portal-site';

export interface FooterColumn {
  readonly title: string;
  readonly links: readonly { readonly label: string; readonly to: string; readonly note?: string }[];
}

interface Guides {
  readonly start: string | null;
  readonly find: (path: string) => string | null;
}

/** The footer's columns; what the portal does not have is left out. */
export function footerColumns({ apis, serviceUrl, hasEarlyAccess }: PortalSite, guides: Guides): FooterColumn[] {
  const errors = guides.find('/docs/errors');
  const columns: FooterColumn[] = [
    {
      title: 'Build',
      links: [
        { label: 'Your first call', to: '/#first-call' },
        ...(guides.start ? [{ label: 'Guides', to: guides.start }] : []),
      ],
    },
    {
      title: 'Reference',
      links: apis.flatMap((api) =>
        api.versions.map((version) => ({
          label: `${api.title} ${version.id}`,
          to: referenceHref({ api: api.id, version: version.id }),
          note: version.deprecated ? 'deprecated' : undefined,
        })),
      ),
    },
    {
      title: 'Help',
      links: [
        ...(errors ? [{ label: 'Errors', to: errors }] : []),
        { label: 'Events', to: '/events' },
        { label: 'Integrations', to: '/integrations' },
        ...(hasEarlyAccess ? [{ label: 'Early access', to: '/early-access' }] : []),
        // Answered by the service, not by a page: outside of the link check.
        { label: 'Service status', to: serviceUrl ? `${serviceUrl}/readyz` : 'pathname:///readyz' },
      ],
    },
  ];
  return columns.filter(({ links }) => links.length > 0);
}
