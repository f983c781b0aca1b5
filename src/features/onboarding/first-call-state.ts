import type { JourneyConfig } from '../../../contract/portal-config';
import type { JourneyProgress } from '../../portal-client';

/** A request as it was sent, and what came back, short enough to read at a glance. */
export interface ShownCall {
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
  readonly answer: ShownAnswer | null;
}

export interface ShownAnswer {
  readonly status: number;
  /** Null where nothing had to be sent. */
  readonly milliseconds: number | null;
  readonly body: string;
  readonly language: string;
}

export interface CallFailure {
  readonly title: string;
  readonly sentence: string;
}

export type FirstCallPhase =
  | { readonly kind: 'resting' }
  | { readonly kind: 'calling'; readonly step: string }
  | { readonly kind: 'failed'; readonly step: string; readonly failure: CallFailure };

export interface FirstCallState {
  readonly phase: FirstCallPhase;
  /** The step whose call is in view; null before the first. */
  readonly shown: string | null;
  readonly calls: Readonly<Record<string, ShownCall>>;
  /** By the service's record of traffic only, never by a press. */
  readonly proven: readonly string[];
  /** Why the ticks may be late: the service's progress cannot be had at the moment. */
  readonly late: string | null;
}

export type FirstCallEvent =
  | { readonly kind: 'pressed'; readonly step: string }
  | { readonly kind: 'sent'; readonly step: string; readonly call: ShownCall }
  | { readonly kind: 'answered'; readonly step: string; readonly answer: ShownAnswer }
  | {
      readonly kind: 'failed';
      readonly step: string;
      readonly failure: CallFailure;
      readonly answer: ShownAnswer | null;
    }
  | { readonly kind: 'progressed'; readonly progress: JourneyProgress }
  | { readonly kind: 'progress-unknown'; readonly sentence: string };

export const firstCallStart: FirstCallState = {
  phase: { kind: 'resting' },
  shown: null,
  calls: {},
  proven: [],
  late: null,
};

export function reduceFirstCall(state: FirstCallState, event: FirstCallEvent): FirstCallState {
  switch (event.kind) {
    case 'pressed':
      return { ...state, phase: { kind: 'calling', step: event.step } };
    case 'sent':
      return { ...state, shown: event.step, calls: { ...state.calls, [event.step]: event.call } };
    case 'answered':
      return { ...withAnswer(state, event.step, event.answer), phase: { kind: 'resting' } };
    case 'failed': {
      const { step, failure } = event;
      return { ...withAnswer(state, step, event.answer), phase: { kind: 'failed', step, failure } };
    }
    case 'progressed': {
      const proven = event.progress.steps.filter((step) => step.state === 'proven').map((step) => step.id);
      return { ...state, proven, late: null };
    }
    case 'progress-unknown':
      return { ...state, late: event.sentence };
  }
}

function withAnswer(state: FirstCallState, step: string, answer: ShownAnswer | null): FirstCallState {
  const call = state.calls[step];
  return call && answer ? { ...state, calls: { ...state.calls, [step]: { ...call, answer } } } : state;
}

export type StepStanding =
  | 'proven'
  /** It was answered; the service's record of it is on its way. */
  | 'awaited'
  | 'calling'
  | 'next'
  | 'waiting';

export interface StepView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly standing: StepStanding;
}

/** How each step stands. One cannot be pressed before those ahead of it are proven: it would have nothing to read. */
export function stepViews(journey: JourneyConfig, state: FirstCallState): readonly StepView[] {
  const next = journey.steps.find((step) => !state.proven.includes(step.id))?.id;
  return journey.steps.map(({ id, title, text = '' }) => ({ id, title, text, standing: standingOf(id, next, state) }));
}

function standingOf(id: string, next: string | undefined, { phase, proven, calls }: FirstCallState): StepStanding {
  if (phase.kind === 'calling' && phase.step === id) return 'calling';
  if (proven.includes(id)) return 'proven';
  if (id !== next) return 'waiting';
  return phase.kind === 'resting' && calls[id]?.answer ? 'awaited' : 'next';
}

export function isComplete(journey: JourneyConfig, { proven }: FirstCallState): boolean {
  return journey.steps.length > 0 && journey.steps.every((step) => proven.includes(step.id));
}
