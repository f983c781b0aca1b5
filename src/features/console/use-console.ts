import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { OperationPage } from '../../../contract/reference-page';
import type { Partial, Sent } from './answer/answer';
import { bodyDoubts } from './body-form/body-doubts';
import type { SchemaParts } from './editor/schema-parts';
import { judgeAnswer } from './answer/judge';
import type { Upload } from './answer/sending/upload-stream';
import { markPlaces } from './answer/mark-places';
import { atMostEvery } from './at-most-every';
import type { ConsoleCredentials } from './credentials';
import { rememberMade } from './call/remember-made';
import { sendWithKey, type CallPorts } from './call/send-with-key';
import { reduceConsole, startState, type ConsoleState } from './console-state';
import { rememberedValues } from './last-ids';
import { operationKey, type ConsoleMemory } from './memory';
import { refilled, waitingFields, type GuidePlace } from './embed/guide-place';
import { useRefill } from './embed/use-refill';
import { openingValues } from './opening-values';
import { withoutTrouble } from './request/asked-trouble';
import { chosenEnvironment } from './share/chosen-environment';
import { describeRequest, givenValues, type FormValues, type RequestDescription } from './request';

export interface ConsolePorts extends CallPorts {
  readonly memory: ConsoleMemory;
  /** None: everything goes with the sandbox's key. */
  readonly credentials?: ConsoleCredentials;
  /** Whether the API is played by the sandbox, where things can be made to go wrong. */
  readonly hasSandbox?: boolean;
  /** Hears of each request, and then of what came of it: the history. */
  readonly onSending?: (values: FormValues) => (sent: Sent) => void;
  /** Where the console stands within a guide; none on an operation's own page. */
  readonly guide?: GuidePlace;
}

export interface ConsoleControls {
  readonly state: ConsoleState;
  readonly edit: (values: FormValues, fields: readonly string[]) => void;
  readonly send: () => void;
  /** Fills fields, by `fieldKey`, and sends: the next page of a list. */
  readonly sendWith: (fields: Readonly<Record<string, string>>) => void;
  /** Puts these into the form, and sends them. */
  readonly sendThese: (values: FormValues) => void;
  /** Sends what was sent last once more, whatever stands in the form by now. */
  readonly sendAgain: () => void;
  readonly cancel: () => void;
  /** Back to the contract's examples. */
  readonly reset: () => void;
}

const showEveryMilliseconds = 100;

/** The console's behaviour: the reducer, the key, the request, and what is remembered between operations. */
export function useConsole(page: OperationPage, ports: ConsolePorts, parts: SchemaParts): ConsoleControls {
  const { memory, guide } = ports;
  const key = guide?.key ?? operationKey(page);
  const [state, dispatch] = useReducer(reduceConsole, null, () => startState(opening(memory.drafts.get(key))));
  function opening(draft?: FormValues): FormValues {
    const values = openingValues(page, draft, rememberedValues(page, memory.lastIds));
    if (!guide) return values;
    return draft ? refilled(values, guide.written, guide.given) : givenValues(values, guide.given);
  }
  const running = useRef<AbortController | null>(null);
  const lastSent = useRef<FormValues | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const edit = useCallback(
    (values: FormValues, fields: readonly string[]) => {
      memory.drafts.set(key, values);
      dispatch({ kind: 'edited', values, fields });
    },
    [memory, key],
  );
  useRefill(guide, state.values, edit);

  const send = (values: FormValues = state.values): void => {
    if (state.phase.kind === 'sending') return;
    const decision = describeRequest(page, values, { serviceUrl: ports.serviceUrl, key: null });
    if (decision.kind === 'impossible')
      return dispatch({ kind: 'held-back', marks: decision.problems, held: 'cannot' });
    const insists = state.phase.kind === 'editing' && state.phase.held === 'can-insist';
    const waiting = guide ? waitingFields(values, guide) : [];
    const doubts = [...waiting, ...decision.doubts, ...bodyDoubts(page, values, parts)];
    if (doubts.length > 0 && !insists) {
      return dispatch({ kind: 'held-back', marks: doubts, held: 'can-insist' });
    }
    const controller = new AbortController();
    running.current = controller;
    lastSent.current = values;
    dispatch({ kind: 'asked' });
    void run(values, controller.signal).then((sent) => {
      running.current = null;
      settle(sent);
    });
  };

  async function run(values: FormValues, signal: AbortSignal): Promise<Sent> {
    const sendable = chosenEnvironment(page, ports.credentials) === 'live' ? withoutTrouble(values) : values;
    const record = ports.onSending?.(sendable);
    const pacer = atMostEvery<Partial>(showEveryMilliseconds, (partial) => dispatch({ kind: 'coming', partial }));
    const onRequest = (request: RequestDescription): void => dispatch({ kind: 'sent', request });
    const going = atMostEvery<Upload>(showEveryMilliseconds, (upload) => dispatch({ kind: 'going', upload }));
    const listener = { onRequest, onPartial: pacer.push, onUpload: going.push };
    const sent = await sendWithKey(page, sendable, ports, listener, signal);
    pacer.stop();
    going.stop();
    rememberMade(memory, page, sent);
    record?.(sent);
    return sent;
  }

  function settle(sent: Sent): void {
    if (sent.kind === 'failure') {
      return dispatch({ kind: 'settled', settled: { kind: 'failed', failure: sent.failure }, marks: [] });
    }
    const { answer } = sent;
    if (answer.status < 400 && answer.body.kind === 'text') guide?.onAnswer(answer.body.text);
    const marks = markPlaces(page, judgeAnswer(page, answer)?.places ?? []);
    dispatch({ kind: 'settled', settled: { kind: 'answered', answer }, marks });
  }

  const sendThese = (values: FormValues, fields = [...Object.keys(values.parameters), 'body']): void => {
    edit(values, fields);
    send(values);
  };

  const sendWith = (fields: Readonly<Record<string, string>>): void => {
    sendThese({ ...state.values, parameters: { ...state.values.parameters, ...fields } }, Object.keys(fields));
  };

  const sendAgain = (): void => send(lastSent.current ?? state.values);

  const reset = (): void => {
    const values = opening();
    edit(values, [...Object.keys(values.parameters), 'body']);
    memory.drafts.delete(key);
  };

  return {
    state,
    edit,
    send: () => send(),
    sendWith,
    sendThese,
    sendAgain,
    cancel: () => running.current?.abort(),
    reset,
  };
}
