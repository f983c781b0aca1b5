import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ApiOverview } from '../../../../contract/reference-page';
import { CopyButton } from '../../../ui';
import type { VersionPlace } from '../data/use-nav';
import { Section } from '../operation/Section.view';
import { Html } from '../schema/Html.view';
import styles from './Overview.module.css';

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
  const addresses = [
    {
      url: `${origin}/gateway/${place.api}/${place.version}`,
      descriptionHtml: '<p>This portal: what the samples and the console call.</p>',
    },
    ...servers.filter(({ url }) => /^https?:/.test(url)),
  ];
  return (
    <Section id="base-address" title="Base address">
      {addresses.map(({ url, descriptionHtml }) => (
        <div key={url} className={styles.address}>
          <span className={styles.url}>
            <code>{url}</code>
            <CopyButton text={url} label="Copy the address" />
          </span>
          <Html html={descriptionHtml} className={styles.small} />
        </div>
      ))}
    </Section>
  );
}
