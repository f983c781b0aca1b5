import Link from '@docusaurus/Link';
import Check from 'lucide-react/icons/check';
import ExternalLink from 'lucide-react/icons/external-link';
import type { Integration } from '../../../portal-client';
import { kinds } from '../kind-words';
import { Logo } from '../Logo.view';
import { logoSrc } from '../logo-src';
import styles from './Integration.module.css';
import { namedLinks } from './named-links';

export interface IntegrationViewProps {
  readonly integration: Integration;
  readonly serviceUrl: string;
  readonly platform: string;
}

/** All that an integration's page says. Its texts and links are the partner's: text stays text, links are https and vouched for by nobody. */
export function IntegrationView({ integration, serviceUrl, platform }: IntegrationViewProps) {
  const { name, summary, description, kind, logo, apis, categories, launched_at } = integration;
  const means = kinds.find(({ id }) => id === kind);
  const links = namedLinks(integration.links);
  return (
    <div className={styles.whole}>
      <header className={styles.head}>
        <Logo name={name} src={logoSrc(logo, serviceUrl)} size="page" />
        <div>
          <h1 dir="auto">{name}</h1>
          <p dir="auto">{summary}</p>
        </div>
      </header>
      <div className={styles.description}>
        {description.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index} dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
      <dl className={styles.facts}>
        {links.length > 0 ? (
          <div>
            <dt>Links</dt>
            {links.map(({ label, href, host }) => (
              <dd key={label}>
                {/* A partner's address: nothing of the site's own is to be handed on to it. */}
                {/* eslint-disable-next-line @docusaurus/no-html-links -- of a partner: the router's link would hand on what is ours */}
                <a href={href} rel="nofollow ugc noopener noreferrer" className={styles.outward}>
                  {label} <ExternalLink size={13} aria-hidden="true" />
                </a>
                <span className={styles.quiet} dir="ltr">
                  {host}
                </span>
              </dd>
            ))}
          </div>
        ) : null}
        <div>
          <dt>Works with</dt>
          {apis.map(({ id, label, seen }) => (
            <dd key={id}>
              <Link to={`/reference/${id}`}>{label}</Link>
              {seen ? (
                <span className={styles.seen}>
                  <Check size={13} aria-hidden="true" /> Seen at our gateway
                </span>
              ) : null}
            </dd>
          ))}
        </div>
        {means ? (
          <div>
            <dt>Kind</dt>
            <dd>
              {means.name}
              <span className={styles.quiet}>{means.means}</span>
            </dd>
          </div>
        ) : null}
        {categories.length > 0 ? (
          <div>
            <dt>{categories.length === 1 ? 'Category' : 'Categories'}</dt>
            {categories.map(({ id, label }) => (
              <dd key={id}>
                <Link to={`/integrations?category=${id}`}>{label}</Link>
              </dd>
            ))}
          </div>
        ) : null}
        <div>
          <dt>Launched on {platform}</dt>
          <dd>
            <time dateTime={launched_at}>{dayOf(launched_at)}</time>
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** `21 November 2026`; the same in every time zone. */
function dayOf(time: string): string {
  const words = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(time).toLocaleDateString('en-GB', words);
}
