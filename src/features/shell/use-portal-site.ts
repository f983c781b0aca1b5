import { useAllDocsData } from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { PortalSite } from './portal-site';

/** The portal's own facts, from `customFields` of docusaurus.config.ts, which fills them with this shape. */
export function usePortalSite(): PortalSite {
  return useDocusaurusContext().siteConfig.customFields as unknown as PortalSite;
}

/** Finds guides by address, because an adopter's folder may have any: null where it has not. */
export function useGuides(): { readonly start: string | null; readonly find: (path: string) => string | null } {
  const guides = useAllDocsData().default?.versions[0];
  return {
    start: guides?.docs.find(({ id }) => id === guides.mainDocId)?.path ?? null,
    find: (path) => guides?.docs.find((guide) => guide.path === path)?.path ?? null,
  };
}
