import { CodeBlock, CopyButton } from '../../../ui';
import styles from './RequestAsCurl.module.css';

export interface RequestAsCurlProps {
  /** With `YOUR_KEY` in place of the key. */
  readonly masked: string;
  /** With the key; null while there is none. */
  readonly withKey: string | null;
}

/** The same request for a terminal. The key is not shown; it goes along only where it is copied on purpose. */
export function RequestAsCurl({ masked, withKey }: RequestAsCurlProps) {
  return (
    <details className={styles.curl}>
      <summary>The same as curl</summary>
      <CodeBlock code={masked} language="bash" copy={withKey === null} frame="flush" className={styles.code} />
      {withKey !== null && (
        <div className={styles.copies}>
          <span>
            Copy <CopyButton text={masked} label="Copy the curl command without the key" />
          </span>
          <span>
            Copy with your key <CopyButton text={withKey} label="Copy the curl command with your key" />
          </span>
        </div>
      )}
    </details>
  );
}
