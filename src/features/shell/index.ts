export { mainReference, referenceHref } from './portal-site';
export type { ApiSummary, PortalSite } from './portal-site';
export { SiteFooter } from './SiteFooter';
export { SiteHeader } from './SiteHeader';
export { useGuides, usePortalSite } from './use-portal-site';
