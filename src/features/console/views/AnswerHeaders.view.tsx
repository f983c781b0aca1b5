import { knownHeader } from '../answer/known-headers';
import type { ShownHeader } from '../answer/sort-headers';
import styles from './AnswerPane.module.css';

/** The answer's headers as text; only the contract's words on them are markup, sanitised at build time. */
export default function AnswerHeaders({ headers }: { readonly headers: readonly ShownHeader[] }) {
  return (
    <details className={styles.headers}>
      <summary>{headers.length === 1 ? 'One header' : `${headers.length} headers`}</summary>
      <dl>
        {headers.map(({ name, value, descriptionHtml }, index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>
              {value ?? <span className={styles.missing}>The contract promises it, and it is not there.</span>}
              {descriptionHtml ? (
                <div className={styles.about} dangerouslySetInnerHTML={{ __html: descriptionHtml }} />
              ) : (
                knownHeader(name) && <div className={styles.about}>{knownHeader(name)}</div>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
