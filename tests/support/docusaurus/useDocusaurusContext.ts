/** Stands in for `@docusaurus/useDocusaurusContext`: a site on the service's own origin. */
export default function useDocusaurusContext() {
  return { siteConfig: { title: 'Cardea', baseUrl: '/', customFields: { serviceUrl: '' } } };
}
