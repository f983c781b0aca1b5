import { CopyButton } from '../../../ui';
import { headerOf, type AnswerHead } from '../answer/answer';
import { requestIdHeaders } from '../answer/known-headers';
import styles from './AnswerPane.module.css';

/** What to say when one asks for help. */
export function AnswerRequestId({ head }: { readonly head: AnswerHead }) {
  const id = requestIdHeaders.map((name) => headerOf(head, name)).find((value) => value);
  if (!id) return null;
  return (
    <p className={styles.next}>
      <span>Request</span>
      <code>{id}</code>
      <CopyButton text={id} label="Copy the request’s id" />
    </p>
  );
}
