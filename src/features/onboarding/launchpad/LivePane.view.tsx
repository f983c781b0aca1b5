import type { Launchpad } from '../../../portal-client';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { Moment } from '../journey/Moment.view';
import styles from './Launchpad.module.css';
import { Pane } from './Pane.view';

/** Whether live is open, and else what opens it. */
export function LivePane({ launchpad }: { readonly launchpad: Launchpad }) {
  const { journeys } = usePortalFields();
  const { launched_at } = launchpad;
  const opening = journeys.flatMap(({ title, steps }) =>
    steps.filter(({ launch }) => launch === true).map((step) => ({ journey: title, step: step.title })),
  );
  const [first] = opening;
  return (
    <Pane title="Live" to={{ href: '/keys', label: launched_at ? 'Make live keys' : 'Your keys' }}>
      {launched_at ? (
        <p>
          <span className={styles.good}>Open</span> since <Moment at={launched_at} />
        </p>
      ) : (
        <p>
          <strong>Not open yet.</strong>{' '}
          {first ? `It opens with “${first.step}” of ${first.journey}.` : 'The team of this platform opens it.'}
        </p>
      )}
    </Pane>
  );
}
