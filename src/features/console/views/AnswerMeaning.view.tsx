import type { OperationPage } from '../../../../contract/reference-page';
import { declaredResponse } from '../answer/declared-response';
import { generalMeaning } from '../answer/general-meaning';
import styles from './AnswerPane.module.css';

/** What a status means here: the contract's own words, sanitised at build time; else what it means anywhere. */
export function AnswerMeaning({ page, status }: { readonly page: OperationPage; readonly status: number }) {
  const declared = declaredResponse(page, status);
  if (declared?.descriptionHtml)
    return <div className={styles.meaning} dangerouslySetInnerHTML={{ __html: declared.descriptionHtml }} />;
  const general = generalMeaning(status);
  return general ? <p className={styles.meaning}>{general}</p> : null;
}
