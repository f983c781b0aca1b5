import { RequestSample, type RequestSampleProps } from '../../samples';
import styles from './RequestAsCode.module.css';

/** What stands in the form as a program, in the reader's language. */
export function RequestAsCode(props: Pick<RequestSampleProps, 'request' | 'withKey' | 'origin'>) {
  return (
    <details className={styles.code}>
      <summary>The same as code</summary>
      <RequestSample {...props} className={styles.sample} />
    </details>
  );
}
