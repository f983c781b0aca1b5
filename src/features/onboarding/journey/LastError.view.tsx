import Link from '@docusaurus/Link';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { JourneyStepProgress } from '../../../portal-client';
import { operationAddress } from '../operation-address';
import styles from './Journey.module.css';
import { Moment } from './Moment.view';

/** What went wrong last at a step, and where one reads how to mend it. */
export function LastError({ error }: { readonly error: NonNullable<JourneyStepProgress['last_error']> }) {
  const { exchange, problem, sentence, at } = error;
  const operation = exchange?.operation;
  return (
    <div className={styles.error}>
      <TriangleAlert size={16} aria-hidden="true" />
      <p>
        <span className="pt-unseen">The error met last: </span>
        {sentence} <Moment at={at} />
        {problem ? (
          <>
            {' '}
            <Link to={`/docs/errors/${problem}`}>How to mend it</Link>
          </>
        ) : null}
        {exchange && operation ? (
          <>
            {' '}
            <Link to={operationAddress(`${exchange.api}/${exchange.version}/${operation}`).href}>{operation}</Link>
          </>
        ) : null}
      </p>
    </div>
  );
}
