import { useCallback, useEffect, useReducer } from 'react';
import {
  withGuestKey,
  type GuestKeys,
  type NewSandboxTrouble,
  type TroubleClient,
  type TroubleScenarioId,
} from '../../portal-client';
import { reduceTrouble, troubleStart, type TroubleState } from './trouble-state';

export interface TroublePorts {
  readonly client: TroubleClient;
  readonly keys: GuestKeys;
}

export interface TroubleControls {
  readonly state: TroubleState;
  readonly begin: (scenario: TroubleScenarioId, wanted: NewSandboxTrouble) => void;
  readonly end: (scenario: TroubleScenarioId) => void;
  /** Asks again where the list did not come. */
  readonly retry: () => void;
}

const everyMilliseconds = 2000;

/** The panel's behaviour: the list, again every two seconds while something is on and the page is looked at, and the switches. */
export function useTrouble({ client, keys }: TroublePorts): TroubleControls {
  const [state, dispatch] = useReducer(reduceTrouble, troubleStart);

  const list = useCallback(async (): Promise<void> => {
    const outcome = await withGuestKey(keys, (key) => client.list(key));
    dispatch({ kind: 'listed', outcome });
  }, [client, keys]);

  useEffect(() => void list(), [list]);

  const isOn = state.kind === 'shown' && state.scenarios.some(({ on }) => on);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void list();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [isOn, list]);

  // A session's key is the page's alone: what one tests is the organization's programs.
  const change = async (scenario: TroubleScenarioId, wanted: NewSandboxTrouble | null): Promise<void> => {
    dispatch({ kind: 'pressed', scenario });
    const outcome = await withGuestKey(keys, (key) =>
      wanted === null ? client.end(scenario, key) : client.begin(scenario, { ...wanted, for: 'organization' }, key),
    );
    dispatch({ kind: 'switched', scenario, outcome });
  };

  return {
    state,
    begin: (scenario, wanted) => void change(scenario, wanted),
    end: (scenario) => void change(scenario, null),
    retry: () => void list(),
  };
}
