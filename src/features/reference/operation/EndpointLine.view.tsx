import type { OperationPage } from '../../../../contract/reference-page';
import { CopyButton, MethodBadge } from '../../../ui';
import styles from './EndpointLine.module.css';

/** Method and path, the path's parameters set off; for a webhook, what event calls. */
export function EndpointLine({ page: { method, path, kind } }: { readonly page: OperationPage }) {
  if (kind === 'webhook') {
    return (
      <div className={styles.line}>
        <MethodBadge method="webhook" />
        <code className={styles.path}>{path}</code>
        <span className={styles.said}>The platform sends this to you as {method.toUpperCase()}.</span>
      </div>
    );
  }
  return (
    <div className={styles.line}>
      <MethodBadge method={method} />
      <code className={styles.path}>
        {path
          .split(/(\{[^}]*\})/)
          .map((part, index) => (part.startsWith('{') ? <var key={index}>{part}</var> : breakable(part)))}
      </code>
      <CopyButton text={path} label="Copy the path" />
    </div>
  );
}

/** A long path may break before a slash. */
const breakable = (text: string) => text.replaceAll('/', '\u200b/');
