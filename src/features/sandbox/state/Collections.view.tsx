import Link from '@docusaurus/Link';
import { slugOfName } from '../../../../contract/search-files';
import type { Sandbox } from '../../../portal-client';
import type { SandboxVersion } from '../sandbox-versions';
import styles from './State.module.css';

export interface CollectionsProps {
  readonly collections: Sandbox['collections'];
  readonly version: SandboxVersion;
}

/** How many items are at which path; each leads to the console that lists them. */
export function Collections({ collections, version }: CollectionsProps) {
  return (
    <div className={styles.tableFrame} role="region" aria-label="Items by path" tabIndex={0}>
      <table className={styles.collections}>
        <thead>
          <tr>
            <th scope="col">Path</th>
            <th scope="col">Items</th>
          </tr>
        </thead>
        <tbody>
          {collections.map(({ path, operation, items }) => (
            <tr key={path}>
              <th scope="row">
                {operation === null ? (
                  <code>{path}</code>
                ) : (
                  <Link
                    to={`/reference/${version.api}/${version.version}/${slugOfName(operation)}`}
                    title="List them in the console"
                  >
                    <code>{path}</code>
                  </Link>
                )}
              </th>
              <td>{items.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
