import { useEffect, useReducer, useRef } from 'react';
import type { JourneyConfig } from '../../../contract/portal-config';
import {
  followJourney,
  heldKey,
  journeyByKey,
  type JourneyProgress,
  useGuestKey,
  type JourneySource,
  type PortalClient,
} from '../../portal-client';
import { callStep, type StepPorts } from './call-step';
import { firstCallStart, reduceFirstCall } from './first-call-state';

export interface FirstCallPorts extends StepPorts {
  readonly client: PortalClient;
  /** Where a member of an organization stands, without a key; null for a guest, who begins by getting one. */
  readonly standing: JourneySource | null;
}

/** The journey's behaviour: a press sends a step's request; the service's stream ticks the steps. */
export function useFirstCall(journey: JourneyConfig, ports: FirstCallPorts) {
  const [state, dispatch] = useReducer(reduceFirstCall, firstCallStart);
  const leaving = useRef<AbortController | null>(null);
  const { client, keys, standing } = ports;
  const hasKey = heldKey(useGuestKey(keys)) !== null;

  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current?.abort();
  }, []);

  useEffect(() => {
    // Nothing to follow, and no key to ask for, before the visitor has begun.
    if (!hasKey && standing === null) return;
    const stop = new AbortController();
    const listener = {
      onProgress: (progress: JourneyProgress) => dispatch({ kind: 'progressed', progress }),
      onProblem: () =>
        dispatch({
          kind: 'progress-unknown',
          sentence: 'The ticks are late: the service cannot be reached. Trying again.',
        }),
    };
    void followJourney(standing ?? journeyByKey(journey.id, { client, keys }), listener, stop.signal);
    return () => stop.abort();
  }, [hasKey, journey.id, client, keys, standing]);

  const press = (id: string): void => {
    const step = journey.steps.find((one) => one.id === id);
    const signal = leaving.current?.signal;
    if (!step || !signal || state.phase.kind === 'calling') return;
    void callStep(step, ports, dispatch, signal);
  };
  return { state, press };
}
