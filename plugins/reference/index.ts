/** What `docusaurus.config.ts` takes. The build's commands take `generate.ts` and `links/check-links.ts`. */
export { exemptReferenceAnchors } from './links/exempt-anchors.ts';
export { referencePlugin } from './reference-plugin.ts';
export { overviewPages, sitemapOptions } from './site-options.ts';
