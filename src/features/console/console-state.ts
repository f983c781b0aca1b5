import type { Answer, Failure, Partial } from './answer/answer';
import type { Upload } from './answer/sending/upload-stream';
import type { FieldProblem, FormValues, RequestDescription } from './request';

/** What came of the last request. */
export type Settled =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'failed'; readonly failure: Failure };

export type ConsolePhase =
  | { readonly kind: 'idle' }
  /** Something was changed since the start, or since the last answer, which is still shown. */
  | { readonly kind: 'editing'; readonly last: Settled | null; readonly held: Holding }
  | {
      readonly kind: 'sending';
      readonly request: RequestDescription | null;
      /** Of a large body: how much of it is gone. */
      readonly upload: Upload | null;
      readonly partial: Partial | null;
    }
  | Settled;

/** Whether Send was pressed in vain, and whether pressing again sends all the same. */
export type Holding = 'no' | 'can-insist' | 'cannot';

export interface ConsoleState {
  readonly values: FormValues;
  readonly phase: ConsolePhase;
  /** Where the form needs a look: found before sending, or named by the answer. */
  readonly marks: readonly FieldProblem[];
}

export type ConsoleEvent =
  | { readonly kind: 'edited'; readonly values: FormValues; readonly fields: readonly string[] }
  /** Send was pressed, and the form is not as the contract says. */
  | { readonly kind: 'held-back'; readonly marks: readonly FieldProblem[]; readonly held: Exclude<Holding, 'no'> }
  | { readonly kind: 'asked' }
  | { readonly kind: 'sent'; readonly request: RequestDescription }
  | { readonly kind: 'going'; readonly upload: Upload }
  | { readonly kind: 'coming'; readonly partial: Partial }
  | { readonly kind: 'settled'; readonly settled: Settled; readonly marks: readonly FieldProblem[] };

export function startState(values: FormValues): ConsoleState {
  return { values, phase: { kind: 'idle' }, marks: [] };
}

export function reduceConsole(state: ConsoleState, event: ConsoleEvent): ConsoleState {
  switch (event.kind) {
    case 'edited': {
      const marks = state.marks.filter((mark) => !event.fields.includes(mark.field));
      // What is being sent is not called back by an edit: the answer comes, and is shown for what was sent.
      const isSending = state.phase.kind === 'sending';
      const phase = isSending
        ? state.phase
        : { kind: 'editing' as const, last: lastOf(state.phase), held: 'no' as const };
      return { values: event.values, marks, phase };
    }
    case 'held-back':
      return {
        ...state,
        marks: event.marks,
        phase: { kind: 'editing', last: lastOf(state.phase), held: event.held },
      };
    case 'asked':
      return { ...state, marks: [], phase: { kind: 'sending', request: null, upload: null, partial: null } };
    case 'sent':
      return state.phase.kind === 'sending' ? { ...state, phase: { ...state.phase, request: event.request } } : state;
    case 'going':
      return state.phase.kind === 'sending' ? { ...state, phase: { ...state.phase, upload: event.upload } } : state;
    case 'coming':
      return state.phase.kind === 'sending' ? { ...state, phase: { ...state.phase, partial: event.partial } } : state;
    case 'settled':
      return state.phase.kind === 'sending' ? { ...state, marks: event.marks, phase: event.settled } : state;
  }
}

/** What came of the last request, as long as it is to be shown. */
export function lastOf(phase: ConsolePhase): Settled | null {
  if (phase.kind === 'answered' || phase.kind === 'failed') return phase;
  return phase.kind === 'editing' ? phase.last : null;
}
