import type { AnswerHead } from '../answer/answer';
import styles from './AnswerPane.module.css';

export function AnswerHeaders({ headers }: Pick<AnswerHead, 'headers'>) {
  return (
    <details className={styles.headers}>
      <summary>{headers.length === 1 ? 'One header' : `${headers.length} headers`}</summary>
      <dl>
        {headers.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
