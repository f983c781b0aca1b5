import type { JourneyProgress, StepProgress } from './journey-progress.ts';
import type { Evidence, JourneyRecord } from './journey-record.ts';

/** `JourneyProgress` of `openapi/portal/v1.yaml`. */
export function toProgressJson({ journey, title, steps, complete, removed }: JourneyProgress) {
  return {
    ...{ journey, title, steps: steps.map(toStepJson), complete },
    ...(removed.length > 0 && {
      removed_steps: removed.map((record) => ({
        id: record.step,
        ...(record.title !== null && { title: record.title }),
        ...toRecordJson(record),
      })),
    }),
  };
}

function toStepJson({ id, title, state, isOptional, mayStart, record, missing, reached, lastError }: StepProgress) {
  const step = { id, title, state, optional: isOptional };
  if (state === 'proven') return { ...step, ...(record && toRecordJson(record)) };
  const isShownBefore = record?.isProven === true;
  return {
    ...{ ...step, may_start: mayStart, missing },
    ...(reached && { reached }),
    ...(lastError && { last_error: { ...lastError, at: lastError.at.toISOString() } }),
    ...(record && returnedJson(record)),
    ...(isShownBefore && { shown_before: toRecordJson(record) }),
  };
}

function toRecordJson({ at, evidence }: JourneyRecord) {
  const exchange = evidence.kind === 'records' ? evidence.exchanges.at(-1) : undefined;
  return { proven_at: at.toISOString(), ...(exchange && { exchange }), evidence: toEvidenceJson(evidence) };
}

function returnedJson({ isProven, evidence, at }: JourneyRecord) {
  if (isProven || evidence.kind !== 'review') return {};
  return { returned: { note: evidence.note, by: evidence.by.name, at: at.toISOString() } };
}

/** People are told by name. */
function toEvidenceJson(evidence: Evidence) {
  return 'by' in evidence ? { ...evidence, by: evidence.by.name } : evidence;
}
