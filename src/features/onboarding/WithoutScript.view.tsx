import Link from '@docusaurus/Link';
import type { OperationAddress } from './operation-address';
import styles from './WithoutScript.module.css';

export interface WithoutScriptProps {
  readonly serviceUrl: string;
  readonly operations: readonly OperationAddress[];
}

/** The same journey for a terminal, where the page cannot send. */
export function WithoutScript({ serviceUrl, operations }: WithoutScriptProps) {
  return (
    <noscript>
      <div className={styles.words}>
        <p>Sending from this page needs JavaScript. In a terminal it is the same three requests:</p>
        <pre>curl --request POST {serviceUrl}/api/v1/guest-keys</pre>
        <ul>
          {operations.map(({ href, operationId }) => (
            <li key={href}>
              <Link to={href}>{operationId}</Link>, with the request as curl
            </li>
          ))}
        </ul>
      </div>
    </noscript>
  );
}
