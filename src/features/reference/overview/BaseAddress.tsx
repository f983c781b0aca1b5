import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiOverview } from '../../../../contract/reference-page';
import type { VersionPlace } from '../data/use-nav';
import { Section } from '../operation/Section.view';
import { ServerList } from '../operation/ServerList.view';

/** Where requests go: the portal's gateway, by which the sandbox is reached, and the platform's own servers. */
export function BaseAddress({
  place,
  servers,
}: {
  readonly place: VersionPlace;
  readonly servers: ApiOverview['servers'];
}) {
  const { siteConfig } = useDocusaurusContext();
  const serviceUrl = siteConfig.customFields?.serviceUrl;
  const origin = typeof serviceUrl === 'string' && serviceUrl !== '' ? serviceUrl : siteConfig.url;
  const portal = {
    url: `${origin}/gateway/${place.api}/${place.version}`,
    descriptionHtml: '<p>This portal: what the samples and the console call.</p>',
    variables: [],
  };
  // A server that is relative to the description is relative to nothing here.
  return (
    <Section id="base-address" title="Base address">
      <ServerList servers={[portal, ...servers.filter(({ url }) => /^(?:https?:|\{)/.test(url))]} />
    </Section>
  );
}
