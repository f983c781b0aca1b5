import Link from '@docusaurus/Link';
import type { SeenExchange } from '../../../portal-client';
import { MethodBadge, StatusBadge } from '../../../ui';
import { formatDuration } from '../../console/call';
import { operationAddress } from '../operation-address';
import styles from './Journey.module.css';
import { Moment } from './Moment.view';

/** One exchange, as the gateway saw it; its path leads to the operation's page. */
export function ExchangeLine({ exchange }: { readonly exchange: SeenExchange }) {
  const { api, version, operation, method, path, status, duration_ms, at } = exchange;
  return (
    <li className={styles.exchange}>
      <MethodBadge method={method} size="compact" />
      {operation ? (
        <Link to={operationAddress(`${api}/${version}/${operation}`).href} className={styles.path}>
          {path}
        </Link>
      ) : (
        <span className={styles.path}>{path}</span>
      )}
      <StatusBadge status={status} />
      <span className={styles.moment}>{formatDuration(duration_ms)}</span>
      <Moment at={at} />
    </li>
  );
}
