import type { OperationChanges } from '../../../../contract/reference-page';
import { MethodBadge } from '../../../ui';
import { QuietLink } from '../layout/QuietLink';
import styles from './NewOperations.module.css';

/** The operations that the older version has not, a line each. */
export function NewOperations({ operations }: { readonly operations: readonly OperationChanges[] }) {
  return (
    <ul className={styles.list}>
      {operations.map(({ anchor, after, method, title, path }) => (
        <li key={anchor} id={anchor}>
          <MethodBadge method={method} size="compact" />
          <QuietLink to={after?.href ?? `#${anchor}`}>{title}</QuietLink>
          <code>{path}</code>
        </li>
      ))}
    </ul>
  );
}
