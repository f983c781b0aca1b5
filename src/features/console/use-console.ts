import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { OperationPage } from '../../../contract/reference-page';
import type { Partial, Sent } from './answer/answer';
import { judgeAnswer } from './answer/judge';
import { markPlaces } from './answer/mark-places';
import { atMostEvery } from './at-most-every';
import { rememberMade } from './call/remember-made';
import { sendWithKey, type CallPorts } from './call/send-with-key';
import { reduceConsole, startState, type ConsoleState } from './console-state';
import { rememberedValues } from './last-ids';
import { operationKey, type ConsoleMemory } from './memory';
import { openingValues } from './opening-values';
import { describeRequest, type FormValues, type RequestDescription } from './request';

export interface ConsolePorts extends CallPorts {
  readonly memory: ConsoleMemory;
}

export interface ConsoleControls {
  readonly state: ConsoleState;
  readonly edit: (values: FormValues, fields: readonly string[]) => void;
  readonly send: () => void;
  readonly cancel: () => void;
  /** Back to the contract's examples. */
  readonly reset: () => void;
}

const showEveryMilliseconds = 100;

/** The console's behaviour: the reducer, the key, the request, and what is remembered between operations. */
export function useConsole(page: OperationPage, ports: ConsolePorts): ConsoleControls {
  const { memory } = ports;
  const [state, dispatch] = useReducer(reduceConsole, null, () =>
    startState(openingValues(page, memory.drafts.get(operationKey(page)), rememberedValues(page, memory.lastIds))),
  );
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const edit = useCallback(
    (values: FormValues, fields: readonly string[]) => {
      memory.drafts.set(operationKey(page), values);
      dispatch({ kind: 'edited', values, fields });
    },
    [memory, page],
  );

  const send = (): void => {
    if (state.phase.kind === 'sending') return;
    const decision = describeRequest(page, state.values, { serviceUrl: ports.serviceUrl, key: null });
    if (decision.kind === 'impossible')
      return dispatch({ kind: 'held-back', marks: decision.problems, held: 'cannot' });
    const insists = state.phase.kind === 'editing' && state.phase.held === 'can-insist';
    if (decision.doubts.length > 0 && !insists) {
      return dispatch({ kind: 'held-back', marks: decision.doubts, held: 'can-insist' });
    }
    const controller = new AbortController();
    running.current = controller;
    dispatch({ kind: 'asked' });
    void run(controller.signal).then((sent) => {
      running.current = null;
      settle(sent);
    });
  };

  async function run(signal: AbortSignal): Promise<Sent> {
    const pacer = atMostEvery<Partial>(showEveryMilliseconds, (partial) => dispatch({ kind: 'coming', partial }));
    const onRequest = (request: RequestDescription): void => dispatch({ kind: 'sent', request });
    const sent = await sendWithKey(page, state.values, ports, { onRequest, onPartial: pacer.push }, signal);
    pacer.stop();
    rememberMade(memory, page, sent);
    return sent;
  }

  function settle(sent: Sent): void {
    if (sent.kind === 'failure') {
      return dispatch({ kind: 'settled', settled: { kind: 'failed', failure: sent.failure }, marks: [] });
    }
    const { answer } = sent;
    const marks = markPlaces(page, judgeAnswer(page, answer)?.places ?? []);
    dispatch({ kind: 'settled', settled: { kind: 'answered', answer }, marks });
  }

  const reset = (): void => {
    const values = openingValues(page, undefined, rememberedValues(page, memory.lastIds));
    edit(values, [...Object.keys(values.parameters), 'body']);
    memory.drafts.delete(operationKey(page));
  };

  return { state, edit, send, cancel: () => running.current?.abort(), reset };
}
