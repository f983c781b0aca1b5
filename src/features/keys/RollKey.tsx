import { type FormEvent, useState } from 'react';
import type { KeyEntry, PortalProblem } from '../../portal-client';
import { Button } from '../../ui';
import { ProblemWords } from './ProblemWords.view';
import styles from './KeyForms.module.css';

export interface RollKeyProps {
  readonly entry: KeyEntry;
  readonly onRoll: (overlapSeconds: number) => Promise<PortalProblem | null>;
}

const overlaps = [
  [0, 'Not at all: it ends now'],
  [3600, 'For another hour'],
  [86_400, 'For another day'],
  [7 * 86_400, 'For another 7 days'],
  [30 * 86_400, 'For another 30 days'],
] as const;

/** The choice of how long the old key goes on beside the new one. */
export function RollKey({ entry, onRoll }: RollKeyProps) {
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [overlap, setOverlap] = useState<number>(86_400);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const refused = await onRoll(overlap);
    setBusy(false);
    setProblem(refused);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <p>
        You get a new key that may do the same. Change your programs over while <code>{entry.hint}…</code> still works,
        and no call fails.
      </p>
      <fieldset className={styles.choices}>
        <legend>The old key goes on</legend>
        {overlaps.map(([seconds, words]) => (
          <label key={seconds}>
            <input type="radio" name="overlap" checked={overlap === seconds} onChange={() => setOverlap(seconds)} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <ProblemWords problem={problem} />
      <div className={styles.ways}>
        <Button type="submit" variant="primary" busy={isBusy}>
          Roll the key
        </Button>
      </div>
    </form>
  );
}
