import type { OperationPage } from '../../../../contract/reference-page';
import { CopyButton, MethodBadge } from '../../../ui';
import { PathText } from './PathText.view';
import styles from './EndpointLine.module.css';

/** Method and path, the path's parameters set off; for a webhook, what event calls. Then the operation's id, where it has one of its own. */
export function EndpointLine({ page: { method, path, kind, id } }: { readonly page: OperationPage }) {
  if (kind === 'webhook') {
    return (
      <div className={styles.line}>
        <MethodBadge method="webhook" />
        <code className={styles.path}>{path}</code>
        <span className={styles.said}>The platform sends this to you as {method.toUpperCase()}.</span>
      </div>
    );
  }
  // An id that was made from method and path says nothing more than they do.
  const hasOwnId = /^[\w.-]+$/.test(id) && !id.startsWith(`${method}-`);
  return (
    <div className={styles.line}>
      <MethodBadge method={method} />
      <code className={styles.path}>
        <PathText path={path} />
      </code>
      <CopyButton text={path} label="Copy the path" />
      {hasOwnId ? (
        <span className={styles.id}>
          <span className="pt-unseen">Operation id </span>
          <code>{id}</code>
          <CopyButton text={id} label="Copy the operation’s id" />
        </span>
      ) : null}
    </div>
  );
}
