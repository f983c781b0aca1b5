import { useMemo } from 'react';
import { useHistory, useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { createIntegrationsCalls, type IntegrationsCalls } from '../../../portal-client';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { Button, ButtonLink, Page, PageHead } from '../../../ui';
import { Grid, WaitingGrid } from '../Grid.view';
import { NothingYet } from '../NothingYet.view';
import styles from './Directory.module.css';
import { type DirectoryFilters, isFiltered, noFilters, readFilters, writeFilters } from './filters';
import { FiltersBar } from './FiltersBar.view';
import { useDirectory } from './use-directory';

/** `/integrations`: what partners have built and launched. Without JavaScript the service lists them in the place marked here. */
export function DirectoryPage({ platform }: { readonly platform: string }) {
  const { serviceUrl } = usePortalFields();
  const isBrowser = useIsBrowser();
  const calls = useMemo(
    () => (isBrowser ? createIntegrationsCalls(serviceUrl, (request) => fetch(request)) : null),
    [isBrowser, serviceUrl],
  );
  return <Directory calls={calls} serviceUrl={serviceUrl} platform={platform} />;
}

export interface DirectoryProps {
  /** Null on the server. */
  readonly calls: Pick<IntegrationsCalls, 'list'> | null;
  readonly serviceUrl: string;
  readonly platform: string;
}

export function Directory({ calls, serviceUrl, platform }: DirectoryProps) {
  const { search } = useLocation();
  const history = useHistory();
  // As the server renders it first.
  const filters = calls !== null ? readFilters(search) : noFilters;
  const { state, more, again } = useDirectory(calls, filters);
  const filter = (next: DirectoryFilters): void => history.replace({ search: writeFilters(next) });
  const entries = state.kind === 'shown' ? state.list.data : [];
  const isStale = state.kind === 'shown' && writeFilters(state.asked) !== writeFilters(filters);
  return (
    <Page isWide>
      <PageHead
        title="Integrations"
        lead={`What partners have built on ${platform} and launched. Each was reviewed before it came here.`}
      >
        <ButtonLink to="/integrations/edit">List yours</ButtonLink>
      </PageHead>
      <noscript>
        <div data-directory="">
          <p>
            {/* Of the service, not of the site. */}
            {/* eslint-disable-next-line @docusaurus/no-html-links -- a file of the service, which the router does not know */}
            <a href={`${serviceUrl}/integrations.md`}>All integrations as text</a>
          </p>
        </div>
      </noscript>
      <FiltersBar filters={filters} choices={state.kind === 'shown' ? state.list.choices : null} onFilter={filter} />
      <p className={styles.count} role="status">
        {state.kind === 'shown' && entries.length > 0 ? counted(entries.length, state.list.next_cursor !== null) : ''}
      </p>
      {state.kind === 'loading' ? <WaitingGrid cards={6} /> : null}
      {state.kind === 'failed' ? (
        <div className={styles.empty} role="alert">
          <h2>The directory could not be read</h2>
          <p>{state.problem.detail ?? `${state.problem.title}.`}</p>
          <Button onClick={again}>Try again</Button>
        </div>
      ) : null}
      {entries.length > 0 ? <Grid entries={entries} serviceUrl={serviceUrl} isStale={isStale} /> : null}
      {state.kind === 'shown' && entries.length === 0 ? (
        isFiltered(state.asked) ? (
          <div className={styles.empty}>
            <h2>No integration fits that</h2>
            <p>Try fewer words, or another API.</p>
            <Button onClick={() => filter(noFilters)}>Show all</Button>
          </div>
        ) : (
          <NothingYet platform={platform} />
        )
      ) : null}
      {state.kind === 'shown' && state.list.next_cursor !== null && !isStale ? (
        <Button className={styles.more} onClick={() => void more()}>
          Show more
        </Button>
      ) : null}
    </Page>
  );
}

function counted(count: number, hasMore: boolean): string {
  if (hasMore) return `The first ${count} integrations`;
  return count === 1 ? 'One integration' : `${count} integrations`;
}
