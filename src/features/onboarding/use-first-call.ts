import { useEffect, useReducer, useRef } from 'react';
import type { JourneyConfig } from '../../../contract/portal-config';
import { followJourney, heldKey, useGuestKey, type PortalClient } from '../../portal-client';
import { callStep, type StepPorts } from './call-step';
import { firstCallStart, reduceFirstCall } from './first-call-state';

export interface FirstCallPorts extends StepPorts {
  readonly client: PortalClient;
}

/** The journey's behaviour: a press sends a step's request; the service's stream ticks the steps. */
export function useFirstCall(journey: JourneyConfig, ports: FirstCallPorts) {
  const [state, dispatch] = useReducer(reduceFirstCall, firstCallStart);
  const leaving = useRef<AbortController | null>(null);
  const { client, keys } = ports;
  const hasKey = heldKey(useGuestKey(keys)) !== null;

  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current?.abort();
  }, []);

  useEffect(() => {
    // Nothing to follow, and no key to ask for, before the visitor has begun.
    if (!hasKey) return;
    const stop = new AbortController();
    const listener = {
      onProgress: (progress: Parameters<Parameters<typeof followJourney>[2]['onProgress']>[0]) =>
        dispatch({ kind: 'progressed', progress }),
      onProblem: () =>
        dispatch({
          kind: 'progress-unknown',
          sentence: 'The ticks are late: the service cannot be reached. Trying again.',
        }),
    };
    void followJourney(journey.id, { client, keys }, listener, stop.signal);
    return () => stop.abort();
  }, [hasKey, journey.id, client, keys]);

  const press = (id: string): void => {
    const step = journey.steps.find((one) => one.id === id);
    const signal = leaving.current?.signal;
    if (!step || !signal || state.phase.kind === 'calling') return;
    void callStep(step, ports, dispatch, signal);
  };
  return { state, press };
}
