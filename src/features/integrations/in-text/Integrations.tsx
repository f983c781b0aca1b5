import { useMemo } from 'react';
import Link from '@docusaurus/Link';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { createIntegrationsCalls, type ListingKind } from '../../../portal-client';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { noFilters, writeFilters } from '../directory/filters';
import { useDirectory } from '../directory/use-directory';
import { Grid, WaitingGrid } from '../Grid.view';
import styles from './Integrations.module.css';

export interface IntegrationsProps {
  /** Only those of a kind, an API (`cardea` or `cardea/v2`) or a category. */
  readonly kind?: ListingKind;
  readonly api?: string;
  readonly category?: string;
  /** How many at most. Default: 6. */
  readonly limit?: number;
}

/** Among the paragraphs of a guide: what partners have launched. */
export function Integrations({ kind, api = '', category = '', limit = 6 }: IntegrationsProps) {
  const { serviceUrl } = usePortalFields();
  const isBrowser = useIsBrowser();
  const calls = useMemo(
    () => (isBrowser ? createIntegrationsCalls(serviceUrl, (request) => fetch(request)) : null),
    [isBrowser, serviceUrl],
  );
  const filters = { ...noFilters, kind: kind ?? '', api, category } as const;
  const { state } = useDirectory(calls, filters);
  const all = `/integrations${writeFilters(filters)}`;
  return (
    <div className={styles.widget}>
      {state.kind === 'loading' ? <WaitingGrid cards={Math.min(limit, 3)} /> : null}
      {state.kind === 'shown' && state.list.data.length > 0 ? (
        <Grid entries={state.list.data.slice(0, limit)} serviceUrl={serviceUrl} level={3} />
      ) : null}
      {state.kind === 'shown' && state.list.data.length === 0 ? <p>No partner has launched one of these yet.</p> : null}
      {state.kind === 'failed' ? <p role="alert">The integrations could not be read. Load the page again.</p> : null}
      <p>
        <Link to={all}>All integrations</Link>
      </p>
    </div>
  );
}
