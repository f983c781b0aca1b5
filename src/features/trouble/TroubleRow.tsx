import { useId, useState } from 'react';
import { Switch } from '@base-ui/react/switch';
import type { NewSandboxTrouble, PortalProblem, SandboxTrouble } from '../../portal-client';
import { Button } from '../../ui';
import { openingText, wantedOf } from './settings-text';
import { leftWords } from './time-left';
import { TroubleReport } from './TroubleReport.view';
import { TroubleSettings } from './TroubleSettings.view';
import styles from './TroubleRow.module.css';

export interface TroubleRowProps {
  readonly scenario: SandboxTrouble;
  readonly isSwitching: boolean;
  /** Why the last switch of this row did not work. */
  readonly problem: PortalProblem | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly onBegin: (wanted: NewSandboxTrouble) => void;
  readonly onEnd: () => void;
}

/** One scenario: its switch, what it does, what it can be told, and what happened. */
export function TroubleRow({ scenario, isSwitching, problem, now, onBegin, onEnd }: TroubleRowProps) {
  const id = useId();
  const [text, setText] = useState(() => openingText(scenario));
  const { on, run, title, effect, advice } = scenario;
  const wanted = wantedOf(scenario, text);
  const left = leftWords(scenario, now);
  const isChanged = on && run !== undefined && wanted !== null && differs(wanted.settings, run.settings);
  return (
    <li className={styles.row} data-on={on || undefined}>
      <Switch.Root
        className={styles.switch}
        checked={on}
        disabled={!on && wanted === null}
        aria-busy={isSwitching || undefined}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-effect`}
        onCheckedChange={(checked) => {
          if (isSwitching) return;
          if (!checked) onEnd();
          else if (wanted) onBegin(wanted);
        }}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
      <div className={styles.words}>
        <h3 className={styles.title}>
          <span id={`${id}-title`}>{title}</span>
          {left !== null && run && (
            <span className={styles.left}>
              {left}, for {run.for === 'key' ? 'this key' : 'your organization'}
            </span>
          )}
        </h3>
        <p id={`${id}-effect`} className={styles.effect}>
          {effect}
        </p>
        {(on || run) && <p className={styles.advice}>{advice}</p>}
        {run && <TroubleReport run={run} on={on} />}
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem.title}. {problem.detail}
          </p>
        )}
        <TroubleSettings scenario={scenario} text={text} onChange={setText} />
        {isChanged && (
          <Button size="small" busy={isSwitching} onClick={() => onBegin(wanted)}>
            Begin again with these
          </Button>
        )}
      </div>
    </li>
  );
}

function differs(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return Object.entries(a).some(([name, value]) => b[name] !== value);
}
