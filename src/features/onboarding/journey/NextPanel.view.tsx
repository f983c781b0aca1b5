import Link from '@docusaurus/Link';
import type { JourneyConfig } from '../../../../contract/portal-config';
import { Button, ButtonLink } from '../../../ui';
import type { JourneyState } from './followed-journey';
import styles from './Journey.module.css';
import { NextStep } from './NextStep.view';
import type { StepView } from './step-view';
import type { Traveller } from './traveller';

export interface NextPanelProps {
  readonly journey: JourneyConfig;
  readonly steps: readonly StepView[];
  readonly state: JourneyState;
  readonly traveller: Traveller;
  /** The code that follows the progress could not be loaded. */
  readonly isBroken: boolean;
  readonly onOpen: (step: string) => void;
  readonly onGuest: () => void;
  readonly onRetry: () => void;
}

/** The one thing to do next: a step, or what it takes to have a progress at all. */
export function NextPanel(props: NextPanelProps) {
  const { journey, steps, state, traveller, isBroken, onOpen, onGuest, onRetry } = props;
  if (isBroken || traveller.kind === 'unreached') {
    return (
      <div role="alert">
        <p className={styles.nextTitle}>Your progress could not be loaded</p>
        <p>Check your connection. The steps below are the same for everybody.</p>
        {isBroken ? <Button onClick={onRetry}>Try again</Button> : null}
      </div>
    );
  }
  if (state.progress !== null) {
    return <NextStep steps={steps} progress={state.progress} problem={state.problem} onOpen={onOpen} />;
  }
  if (traveller.kind === 'alone') {
    return (
      <>
        <p className={styles.nextTitle}>Progress is an organization’s</p>
        <p>You belong to none yet. Make one, or ask a colleague to invite you.</p>
        <ButtonLink to="/organization" variant="primary">
          Make an organization
        </ButtonLink>
      </>
    );
  }
  if (traveller.kind === 'member' || (traveller.kind === 'guest' && traveller.isGoing)) {
    return (
      <p role="status" className={styles.waiting}>
        {state.problem === null ? 'Looking where you stand…' : `${state.problem.title}. Trying again by itself.`}
      </p>
    );
  }
  return <Invitation journey={journey} isKnown={traveller.kind === 'guest'} onGuest={onGuest} />;
}

/** For whoever has no progress yet. It is in the page as it is served, so that it can be read without JavaScript. */
function Invitation({
  journey,
  isKnown,
  onGuest,
}: {
  readonly journey: JourneyConfig;
  readonly isKnown: boolean;
  readonly onGuest: () => void;
}) {
  return (
    <div className={styles.invitation} data-known={isKnown || undefined}>
      <p className={styles.nextTitle}>{journey.steps.length} steps, proven by what you do</p>
      <p>
        A step ticks when the gateway has seen that it works: nothing is claimed, nothing pasted. Progress belongs to
        your organization; what you do as a guest comes along when you sign up.
      </p>
      <div className={styles.ways}>
        <ButtonLink to="/sign-in?to=/launch" variant="primary">
          Sign in
        </ButtonLink>
        <Link to="/sign-up?to=/launch">Sign up</Link>
        <Button variant="quiet" onClick={onGuest} className={styles.scripted}>
          Go on as guest
        </Button>
      </div>
    </div>
  );
}
