import { Fragment, useCallback, useEffect, useState } from 'react';
import type { JourneyConfig } from '../../../../contract/portal-config';
import type { JourneyProgress, Outcome, PartnerCalls, PartnerStanding } from '../../../portal-client';
import { Button, Skeleton } from '../../../ui';
import { ReviewForm } from './ReviewForm';
import { reviewsToDo } from './reviews-to-do';
import { StepRow } from './StepRow.view';
import part from './Part.module.css';
import styles from './JourneyPanel.module.css';

export interface JourneyPanelProps {
  readonly calls: PartnerCalls;
  readonly organization: string;
  readonly journeys: readonly JourneyConfig[];
  readonly standings: readonly PartnerStanding[];
  readonly journey: string;
  readonly onJourney: (journey: string) => void;
  /** A review was given: other parts of the page have changed. */
  readonly onReviewed: () => void;
}

/** A journey's steps as the records have them now, each with what proved it or what is missing, and the reviews to do. */
export function JourneyPanel(props: JourneyPanelProps) {
  const { calls, organization, journeys, standings, journey, onJourney, onReviewed } = props;
  const [outcome, setOutcome] = useState<Outcome<JourneyProgress> | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    void calls.progress(organization, journey, stop.signal).then((given) => {
      if (!stop.signal.aborted) setOutcome(given);
    });
    return () => stop.abort();
  }, [calls, organization, journey, round]);
  const reviewed = useCallback(
    (progress: JourneyProgress) => {
      setOutcome({ kind: 'ok', value: progress });
      onReviewed();
    },
    [onReviewed],
  );
  const progress = outcome?.kind === 'ok' && outcome.value.journey === journey ? outcome.value : null;
  const config = journeys.find(({ id }) => id === journey);
  return (
    <section className={part.part} aria-labelledby="journey">
      <div className={styles.head}>
        <h2 id="journey">Journey</h2>
        <select
          aria-label="Journey"
          className={styles.choice}
          value={journey}
          onChange={(event) => onJourney(event.target.value)}
        >
          {standings.map(({ journey: id, title, proven, steps, complete }) => (
            <option key={id} value={id}>
              {title} ({complete ? 'complete' : `${proven} of ${steps}`})
            </option>
          ))}
        </select>
      </div>
      {outcome?.kind === 'problem' ? (
        <div role="alert">
          <p className={part.none}>{outcome.problem.detail ?? `${outcome.problem.title}.`}</p>
          <Button size="small" onClick={() => setRound((count) => count + 1)}>
            Try again
          </Button>
        </div>
      ) : null}
      {outcome?.kind !== 'problem' && progress === null ? (
        <div role="status" className={styles.waiting}>
          <span className="pt-unseen">Reading the journey</span>
          <Skeleton lines={8} height="28px" />
        </div>
      ) : null}
      {progress
        ? reviewsToDo(progress, config).map(({ id, title, returned }) => {
            const form = (
              <ReviewForm
                title={title}
                review={(decision, note) => calls.review({ organization, journey, step: id }, decision, note)}
                onReviewed={reviewed}
              />
            );
            if (returned === undefined) return <Fragment key={id}>{form}</Fragment>;
            return (
              <details key={`${id} ${returned.at}`} className={styles.again}>
                <summary>“{title}” was given back. Review it again</summary>
                {form}
              </details>
            );
          })
        : null}
      {progress ? (
        <ol className={styles.steps}>
          {progress.steps.map((step) => (
            <StepRow key={step.id} step={step} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}
