import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { OperationPage } from '../../../contract/reference-page';
import { isEndedKey, readProblem, type GuestKeys } from '../../portal-client';
import { headerOf, type Partial, type Sent } from './answer/answer';
import { judgeAnswer } from './answer/judge';
import { markPlaces } from './answer/mark-places';
import { sendRequest } from './answer/send-request';
import { atMostEvery } from './at-most-every';
import { reduceConsole, startState, type ConsoleState } from './console-state';
import { collectionKey, idOfMade, rememberedValues } from './last-ids';
import { operationKey, type ConsoleMemory } from './memory';
import { openingValues } from './restore-draft';
import { describeRequest, initialValues, keyPlaces, type FormValues } from './request';

export interface ConsolePorts {
  readonly serviceUrl: string;
  readonly keys: GuestKeys;
  readonly memory: ConsoleMemory;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
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
const browser = { now: () => performance.now(), isOnline: () => navigator.onLine };

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
      return dispatch({ kind: 'held-back', marks: decision.problems, canInsist: false });
    const insists = state.phase.kind === 'editing' && state.phase.hasDoubts;
    if (decision.doubts.length > 0 && !insists) {
      return dispatch({ kind: 'held-back', marks: decision.doubts, canInsist: true });
    }
    const controller = new AbortController();
    running.current = controller;
    dispatch({ kind: 'asked' });
    void run(controller.signal).then((sent) => {
      running.current = null;
      settle(sent);
    });
  };

  async function run(signal: AbortSignal, attempt = 1): Promise<Sent> {
    const key = keyPlaces(page).length > 0 ? await ports.keys.obtain() : null;
    if (signal.aborted) return { kind: 'failure', failure: { kind: 'cancelled', partial: null } };
    if (key?.kind === 'problem') {
      const sentence = key.problem.detail ?? `${key.problem.title}. Send again in a moment.`;
      return { kind: 'failure', failure: { kind: 'no-key', sentence } };
    }
    const held = key?.value.key ?? null;
    const decision = describeRequest(page, state.values, { serviceUrl: ports.serviceUrl, key: held });
    if (decision.kind !== 'request') throw new Error('A key does not make a request impossible.');
    dispatch({ kind: 'sent', request: decision.request });
    const pacer = atMostEvery<Partial>(showEveryMilliseconds, (partial) => dispatch({ kind: 'coming', partial }));
    const sent = await sendRequest(decision.request, { ...browser, fetch: ports.fetch, onPartial: pacer.push }, signal);
    pacer.stop();
    if (held === null || !isRefusedKey(sent)) return sent;
    ports.keys.drop(held);
    return attempt === 1 ? run(signal, 2) : sent;
  }

  function settle(sent: Sent): void {
    if (sent.kind === 'failure') {
      return dispatch({ kind: 'settled', settled: { kind: 'failed', failure: sent.failure }, marks: [] });
    }
    const { answer } = sent;
    const id = idOfMade(page, { status: answer.status, body: answer.body, location: headerOf(answer, 'location') });
    if (id !== null) memory.lastIds.set(collectionKey(page, page.path), id);
    const marks = markPlaces(page, judgeAnswer(page, answer)?.places ?? []);
    dispatch({ kind: 'settled', settled: { kind: 'answered', answer }, marks });
  }

  const reset = (): void => {
    const values = initialValues(page, rememberedValues(page, memory.lastIds));
    edit(values, [...Object.keys(values.parameters), 'body']);
    memory.drafts.delete(operationKey(page));
  };

  return { state, edit, send, cancel: () => running.current?.abort(), reset };
}

/** A 401 that says that the key's time is over: nothing was done, so the same may be sent with another key. */
function isRefusedKey(sent: Sent): boolean {
  if (sent.kind !== 'answer' || sent.answer.status !== 401 || sent.answer.body.kind !== 'text') return false;
  try {
    return isEndedKey(readProblem(401, JSON.parse(sent.answer.body.text), new Headers()));
  } catch {
    return false;
  }
}
