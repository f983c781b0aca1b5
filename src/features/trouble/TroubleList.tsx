import type { TroubleScenarioId } from '../../portal-client';
import { Button, Callout, Skeleton } from '../../ui';
import { TroubleRow } from './TroubleRow';
import { useNow } from './use-now';
import { type TroublePorts, useTrouble } from './use-trouble';
import styles from './TroubleRow.module.css';

/** The scenarios, or what stands in for them while they are not there. */
export function TroubleList({ ports, only }: { readonly ports: TroublePorts; readonly only?: TroubleScenarioId }) {
  const { state, begin, end, retry } = useTrouble(ports);
  const now = useNow(1000, state.kind === 'shown' && state.scenarios.some(({ on }) => on));
  if (state.kind === 'loading') {
    return (
      <div role="status">
        <span className="pt-unseen">Loading the scenarios.</span>
        <Skeleton lines={6} height="24px" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    const { title, detail } = state.problem;
    return (
      <Callout kind="warning" title="The scenarios could not be loaded">
        <p>{detail ?? `${title}.`}</p>
        <Button size="small" onClick={retry}>
          Try again
        </Button>
      </Callout>
    );
  }
  const { scenarios, switching, refused, said } = state;
  return (
    <>
      <ul className={styles.rows}>
        {scenarios
          .filter(({ scenario }) => only === undefined || scenario === only)
          .map((scenario) => (
            <TroubleRow
              key={scenario.scenario}
              scenario={scenario}
              isSwitching={switching === scenario.scenario}
              problem={refused?.scenario === scenario.scenario ? refused.problem : null}
              now={now}
              onBegin={(wanted) => begin(scenario.scenario, wanted)}
              onEnd={() => end(scenario.scenario)}
            />
          ))}
      </ul>
      <p role="status" className="pt-unseen">
        {said}
      </p>
    </>
  );
}
