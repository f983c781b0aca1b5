import { type FormEvent, useState } from 'react';
import type { ClockChange, Sandbox } from '../../../portal-client';
import { Button } from '../../../ui';
import { Block } from './Block.view';
import styles from './State.module.css';
import type { Doing } from './state-flow';
import { localInput, timed } from './state-words';

const leaps = [
  ['PT1H', '+1 hour', 'An hour has passed.'],
  ['P1D', '+1 day', 'A day has passed.'],
  ['P30D', '+30 days', 'Thirty days have passed.'],
] as const;

export interface ClockControlsProps {
  readonly clock: Sandbox['clock'];
  readonly doing: Doing | null;
  readonly setClock: (change: ClockChange, words: string) => Promise<boolean>;
}

/** Lets time pass: what expires does so at once, and need not be waited for. */
export function ClockControls({ clock, doing, setClock }: ClockControlsProps) {
  const [shown, setShown] = useState({ offset: clock.offset, at: localInput(clock.now) });
  // The clock was moved: the field starts from where it is now.
  if (shown.offset !== clock.offset) setShown({ offset: clock.offset, at: localInput(clock.now) });
  const { at } = shown;
  const isBusy = doing === 'clock';
  // Not disabled while it goes on: the focus would be lost.
  const move = (change: ClockChange, words: string): void => {
    if (doing === null) void setClock(change, words);
  };
  const isApart = clock.offset !== 'PT0S';

  function go(event: FormEvent): void {
    event.preventDefault();
    const time = new Date(at);
    if (!Number.isNaN(time.getTime()))
      move({ at: time.toISOString() }, `It is ${timed(time.getTime())} in the sandbox.`);
  }

  return (
    <Block title="Clock" text="The sandbox’s own time. What expires does so by it, and new items bear it.">
      <div className={styles.row} role="group" aria-label="Let time pass">
        {leaps.map(([advance, label, words]) => (
          <Button key={advance} disabled={doing !== null && !isBusy} onClick={() => move({ advance }, words)}>
            {label}
          </Button>
        ))}
        <Button
          variant="quiet"
          disabled={(doing !== null && !isBusy) || (!isApart && !isBusy)}
          onClick={() => move({ real: true }, 'The sandbox shows the real time again.')}
        >
          Back to now
        </Button>
      </div>
      <form className={styles.row} onSubmit={go}>
        <label className={styles.field}>
          <span>Date and time</span>
          <input
            type="datetime-local"
            required
            min="1970-01-02T00:00"
            max="2199-12-30T00:00"
            value={at}
            onChange={({ currentTarget }) => setShown({ ...shown, at: currentTarget.value })}
          />
        </label>
        <Button type="submit" busy={isBusy} disabled={doing !== null && !isBusy}>
          Go there
        </Button>
      </form>
    </Block>
  );
}
