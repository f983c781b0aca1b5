import { Block } from './Block.view';
import { Confirmed } from './Confirmed';
import styles from './State.module.css';
import type { Doing } from './state-flow';

export interface ResetControlsProps {
  readonly doing: Doing | null;
  readonly onReset: (to: 'examples' | 'empty') => Promise<boolean>;
}

/** Starts afresh. What was there is kept as a snapshot, so that it can be undone. */
export function ResetControls({ doing, onReset }: ResetControlsProps) {
  return (
    <Block title="Reset" text="Start afresh. What is there now becomes a snapshot, so that you can undo it.">
      <div className={styles.row}>
        <Confirmed
          label="Reset to the examples"
          question="Everything you created or changed goes."
          verb="Reset"
          busy={doing === 'reset'}
          disabled={doing !== null && doing !== 'reset'}
          onConfirm={() => void onReset('examples')}
        />
        <Confirmed
          label="Empty it"
          question="Everything goes, the examples too."
          verb="Empty"
          busy={false}
          disabled={doing !== null && doing !== 'reset'}
          onConfirm={() => void onReset('empty')}
        />
      </div>
    </Block>
  );
}
