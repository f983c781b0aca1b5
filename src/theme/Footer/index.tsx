/** Swizzled: the footer's columns come from portal.config.ts, not from themeConfig. */
export { SiteFooter as default } from '@site/src/features/shell';
