import type { JourneyConfig, JourneyStepConfig } from '../../../../contract/portal-config';
import type { JourneyProgress, JourneyStepProgress } from '../../../portal-client';

/** How a step stands, as the page says it. */
export type StepStanding =
  /** It is not known yet whose progress it is, or what it is. */
  | 'unknown'
  | 'done'
  | 'to-do'
  /** Something was done, and not all. */
  | 'begun'
  /** Others come before it. */
  | 'later'
  | 'in-review'
  | 'given-back'
  /** It was done by what the step or its contract said before. */
  | 'out-of-date';

export interface StepView {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly isOptional: boolean;
  readonly isNext: boolean;
  readonly standing: StepStanding;
  /** Null where the service knows a step that this site does not. */
  readonly config: JourneyStepConfig | null;
  /** Null while it is unknown, or where the service does not know the step. */
  readonly progress: JourneyStepProgress | null;
}

/** The steps as the site was built with them, with what the service says of each; then those that only the service knows. */
export function stepViews({ steps }: JourneyConfig, progress: JourneyProgress | null): readonly StepView[] {
  const known = new Map(progress?.steps.map((step) => [step.id, step]));
  const own = steps.map((config) => ({ config, progress: known.get(config.id) ?? null }));
  const newer = (progress?.steps ?? []).filter(({ id }) => !steps.some((step) => step.id === id));
  return [...own, ...newer.map((step) => ({ config: null, progress: step }))].map((one, index) => {
    const { id, title } = one.config ?? one.progress;
    const isOptional = one.progress?.optional ?? one.config?.optional ?? false;
    const isNext = one.progress?.state === 'next';
    return { ...one, id, number: index + 1, title, isOptional, isNext, standing: standingOf(one.config, one.progress) };
  });
}

function standingOf(config: JourneyStepConfig | null, progress: JourneyStepProgress | null): StepStanding {
  if (progress === null) return 'unknown';
  if (progress.state === 'proven') return 'done';
  if (progress.shown_before) return 'out-of-date';
  if (progress.may_start === false) return 'later';
  if (progress.returned) return 'given-back';
  if (config?.proof.kind === 'review') return 'in-review';
  return progress.reached ? 'begun' : 'to-do';
}

/** What stands beside a step's title. */
export function standingWords({ standing, progress, isOptional }: StepView): string {
  const words: Readonly<Record<StepStanding, string>> = {
    unknown: '',
    done: 'done',
    'to-do': 'to do',
    begun: progress?.reached ? reachedWords(progress.reached) : 'in progress',
    later: 'later',
    'in-review': 'waiting for review',
    'given-back': 'given back',
    'out-of-date': 'out of date',
  };
  const own = words[standing];
  return isOptional && standing !== 'done' ? [own, 'optional'].filter(Boolean).join(', ') : own;
}

export function reachedWords({ done, of, what }: NonNullable<JourneyStepProgress['reached']>): string {
  return `${done} of ${of} ${what}`;
}

/** How many of the steps that are needed are done. */
export function countDone(steps: readonly StepView[]): { readonly done: number; readonly of: number } {
  const needed = steps.filter(({ isOptional }) => !isOptional);
  return { done: needed.filter(({ standing }) => standing === 'done').length, of: needed.length };
}

/** What is said when a step ticks, or is no longer proven; empty where nothing of it changed. */
export function tickWords(before: JourneyProgress | null, now: JourneyProgress | null): string {
  if (before === null || now?.journey !== before.journey) return '';
  const proven = new Set(before.steps.filter(({ state }) => state === 'proven').map(({ id }) => id));
  const ticked = now.steps.filter(({ id, state }) => state === 'proven' && !proven.has(id));
  if (ticked.length === 0) return '';
  const done = `Done: ${ticked.map(({ title }) => title).join(', ')}.`;
  if (now.complete) return before.complete ? done : `${done} The journey is complete.`;
  const next = now.steps.find(({ state }) => state === 'next');
  return next ? `${done} Next: ${next.title}.` : done;
}
