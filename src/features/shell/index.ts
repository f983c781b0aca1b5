export { mainReference, referenceHref } from './portal-site';
export type { ApiSummary, PortalSite } from './portal-site';
export { SiteFooter } from './SiteFooter';
export { SiteHeader } from './SiteHeader';
export { useDismissableDetails } from './use-dismissable-details';
export { useGuides, usePortalSite } from './use-portal-site';
