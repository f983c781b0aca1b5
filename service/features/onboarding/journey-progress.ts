import type { JourneyConfig, JourneyStepConfig } from '../../../contract/portal-config.ts';
import type { JourneyRecord } from './journey-record.ts';
import type { MetError } from './last-errors.ts';
import { opensAt } from './look-for-proofs.ts';
import type { NotYet, Reached } from './proofs/decision.ts';

export interface StepProgress {
  readonly id: string;
  readonly title: string;
  readonly state: 'proven' | 'next' | 'waiting';
  readonly isOptional: boolean;
  /** Whether it may be done now: it is not proven, and all that comes before it is. */
  readonly mayStart: boolean;
  /** What is said of it: what proved it; or, where it is not proven, what did by an earlier definition, or a review that gave it back. */
  readonly record?: JourneyRecord;
  /** What proves it, in a sentence; of what is not proven. */
  readonly missing?: string;
  /** How far it has come; of what may be done now and is not proven. */
  readonly reached?: Reached;
  /** Of what is not proven. */
  readonly lastError?: MetError;
}

export interface JourneyProgress {
  readonly journey: string;
  readonly title: string;
  readonly steps: readonly StepProgress[];
  /** All but what is optional. */
  readonly complete: boolean;
  /** What is kept of steps that the journey no longer has. */
  readonly removed: readonly JourneyRecord[];
}

export interface Known {
  readonly records: readonly JourneyRecord[];
  /** The definition that each step has now. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly missing: ReadonlyMap<string, Pick<NotYet, 'missing' | 'reached'>>;
  readonly errors?: ReadonlyMap<string, MetError>;
}

/** The proofs that count: by the definition that the step has now. */
export function provenSteps({
  records,
  definitions,
}: Pick<Known, 'records' | 'definitions'>): ReadonlyMap<string, Date> {
  const counting = records.filter(({ step, definition, isProven }) => isProven && definitions.get(step) === definition);
  return new Map(counting.map(({ step, at }) => [step, at]));
}

/**
 * Where an organization stands on a journey. Steps may be proven in any order but for what they say themselves; the first that must be
 * proven, is not and may be, is the next one.
 */
export function journeyProgress(journey: JourneyConfig, known: Known): JourneyProgress {
  const proven = provenSteps(known);
  const needed = journey.steps.filter(({ id, optional }) => optional !== true && !proven.has(id));
  const next = needed.find((step) => opensAt(step, proven) !== null);
  const steps = journey.steps.map((step): StepProgress => {
    const { id, title } = step;
    const record = known.records.find((one) => one.step === id);
    const same = { id, title, isOptional: step.optional === true, ...(record && { record }) };
    if (proven.has(id)) return { ...same, state: 'proven', mayStart: false };
    const mayStart = opensAt(step, proven) !== null;
    const missing = mayStart ? missingOf(step, record, known.missing) : comesAfter(journey, step, proven);
    const reached = mayStart ? known.missing.get(id)?.reached : undefined;
    const lastError = known.errors?.get(id);
    const state = step === next ? 'next' : 'waiting';
    return { ...same, state, mayStart, missing, ...(reached && { reached }), ...(lastError && { lastError }) };
  });
  const ids = new Set(journey.steps.map(({ id }) => id));
  const removed = known.records.filter(({ step }) => !ids.has(step));
  return { journey: journey.id, title: journey.title, steps, complete: needed.length === 0, removed };
}

function missingOf(
  { id, proof }: JourneyStepConfig,
  record: JourneyRecord | undefined,
  missing: Known['missing'],
): string {
  switch (proof.kind) {
    case 'form':
      return record === undefined
        ? 'The form is not filled in yet.'
        : 'The form has changed. Look it through, and send it again.';
    case 'agreement':
      return record === undefined
        ? 'An owner of your organization has to agree.'
        : 'There is a new version. An owner has to agree to it.';
    case 'review':
      if (record?.evidence.kind === 'review' && !record.isProven) return `It was given back: ${record.evidence.note}`;
      return 'It waits for a review by the team of this platform.';
    default:
      return missing.get(id)?.missing ?? 'It is not proven yet.';
  }
}

function comesAfter(
  { steps }: JourneyConfig,
  { after = [] }: JourneyStepConfig,
  proven: ReadonlyMap<string, Date>,
): string {
  const left = steps.filter(({ id }) => after.includes(id) && !proven.has(id));
  return `It comes after: ${left.map(({ title }) => title).join(', ')}.`;
}
