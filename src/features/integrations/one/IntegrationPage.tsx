import { useMemo } from 'react';
import Link from '@docusaurus/Link';
import { PageMetadata } from '@docusaurus/theme-common';
import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { createIntegrationsCalls } from '../../../portal-client';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { Button, ButtonLink, Page, Skeleton } from '../../../ui';
import styles from './Integration.module.css';
import { IntegrationView } from './IntegrationView.view';
import { useIntegration } from './use-integration';

/** `/integrations/{slug}`. Without JavaScript the service says it in the place marked here. */
export function IntegrationPage({ platform }: { readonly platform: string }) {
  const { serviceUrl } = usePortalFields();
  const isBrowser = useIsBrowser();
  const { pathname } = useLocation();
  const slug = isBrowser ? (/^\/integrations\/([^/]+)/.exec(pathname)?.[1] ?? '') : null;
  const calls = useMemo(
    () => (isBrowser ? createIntegrationsCalls(serviceUrl, (request) => fetch(request)) : null),
    [isBrowser, serviceUrl],
  );
  const { state, again } = useIntegration(calls, slug);
  return (
    <Page isWide>
      <p className={styles.back}>
        <Link to="/integrations">All integrations</Link>
      </p>
      <noscript>
        <div data-directory="" />
      </noscript>
      {state.kind === 'loading' ? <Waiting /> : null}
      {state.kind === 'missing' ? (
        <div className={styles.missing}>
          <h1>There is no such integration</h1>
          <p>It may have been taken out of the directory, or the address may have a typing error.</p>
          <ButtonLink to="/integrations">See all integrations</ButtonLink>
        </div>
      ) : null}
      {state.kind === 'failed' ? (
        <div className={styles.missing} role="alert">
          <h1>The integration could not be read</h1>
          <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
          <Button onClick={again}>Try again</Button>
        </div>
      ) : null}
      {state.kind === 'shown' ? (
        <>
          <PageMetadata title={state.integration.name} description={state.integration.summary} />
          <IntegrationView integration={state.integration} serviceUrl={serviceUrl} platform={platform} />
        </>
      ) : null}
    </Page>
  );
}

function Waiting() {
  return (
    <div role="status" className={styles.waiting}>
      <span className="pt-unseen">Loading the integration</span>
      <div className={styles.head} aria-hidden="true">
        <Skeleton width="84px" height="84px" />
        <Skeleton width="min(100%, 24rem)" height="28px" lines={2} />
      </div>
      <Skeleton width="min(100%, 39rem)" lines={6} />
    </div>
  );
}
