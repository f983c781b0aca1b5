/** Swizzled: our own header; its menus work without JavaScript, which the default's do not. */
export { SiteHeader as default } from '@site/src/features/shell';
