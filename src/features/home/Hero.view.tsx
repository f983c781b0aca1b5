import type { ReactNode } from 'react';
import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { ButtonLink } from '@site/src/ui';
import { mainReference, referenceHref, type PortalSite } from '../shell';
import styles from './Hero.module.css';
import { RhumbLines } from './RhumbLines.view';

export interface HeroProps {
  readonly site: PortalSite;
  readonly guides: string | null;
  readonly firstCall: ReactNode;
}

/** What one can build, in one line, and the first request beside it. Its accent is the request's button, so none stands here. */
export function Hero({ site, guides, firstCall }: HeroProps) {
  const { brand, apis } = site;
  // The build checks links to anchors, and knows those of headings only.
  useBrokenLinks().collectAnchor('first-call');
  const reference = mainReference(apis);
  return (
    <section className={styles.hero}>
      <RhumbLines />
      <div className={styles.inside}>
        <div className={styles.words}>
          {reference ? (
            <p className={styles.place}>
              {apis[0]?.title}{' '}
              <Link to={referenceHref(reference)}>
                {reference.version}
                <ArrowRight size={13} aria-hidden="true" />
              </Link>
            </p>
          ) : null}
          <h1>{brand.tagline}</h1>
          {brand.description ? <p className={styles.lead}>{brand.description}</p> : null}
          <div className={styles.actions}>
            {guides ? (
              <ButtonLink to={guides} size="large">
                Read the guides
              </ButtonLink>
            ) : null}
            {reference ? (
              <ButtonLink to={referenceHref(reference)} size="large" variant="quiet">
                API reference
              </ButtonLink>
            ) : null}
          </div>
        </div>
        <div id="first-call" className={styles.call}>
          {firstCall}
        </div>
      </div>
    </section>
  );
}
