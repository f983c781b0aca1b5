import { memo, useState } from 'react';
import { RequestSample, type RequestSampleProps } from '../../samples';
import styles from './RequestAsCode.module.css';

/** What stands in the form as a program, in the reader's language. It is written when somebody looks, not for each key that is typed. */
export const RequestAsCode = memo(function RequestAsCode(
  props: Pick<RequestSampleProps, 'request' | 'withKey' | 'origin'>,
) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.code} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The same as code</summary>
      {isOpen && <RequestSample {...props} className={styles.sample} />}
    </details>
  );
});
