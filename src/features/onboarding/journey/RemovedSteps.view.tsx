import type { JourneyProgress } from '../../../portal-client';
import { Evidence } from './Evidence.view';
import styles from './Journey.module.css';

export type RemovedStep = NonNullable<JourneyProgress['removed_steps']>[number];

/** What was proven of steps that the journey no longer has: nothing of it is lost, and nothing waits for it. */
export function RemovedSteps({ removed }: { readonly removed: readonly RemovedStep[] }) {
  if (removed.length === 0) return null;
  return (
    <details className={styles.removed}>
      <summary>{removed.length === 1 ? 'One step' : `${removed.length} steps`} that this journey no longer has</summary>
      {removed.map(({ id, title, proven_at, evidence }) => (
        <Evidence key={id} title={title ?? id} at={proven_at} evidence={evidence} />
      ))}
    </details>
  );
}
