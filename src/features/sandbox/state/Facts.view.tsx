import type { Sandbox } from '../../../portal-client';
import styles from './State.module.css';
import { apart, counted, sized, timed } from './state-words';

/** The sandbox in four figures. */
export function Facts({ sandbox }: { readonly sandbox: Sandbox }) {
  const { clock, items, bytes, changed_at: changedAt } = sandbox;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Holds</dt>
        <dd>
          {counted(items, 'item')}{' '}
          <span>{bytes === 0 ? 'as the contract shows them' : `${sized(bytes)} of yours`}</span>
        </dd>
      </div>
      <div>
        <dt>Last changed</dt>
        <dd>{changedAt === null ? 'Never' : <time dateTime={changedAt}>{timed(changedAt)}</time>}</dd>
      </div>
      <div>
        <dt>Time in the sandbox</dt>
        <dd>
          <time dateTime={clock.now}>{timed(clock.now)}</time> <span>{apart(clock.now, clock.real_now)}</span>
        </dd>
      </div>
    </dl>
  );
}
