import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { BoardCounts, BoardRow, Call } from './board.ts';
import type { Distribution } from './distribution.ts';
import type { Note } from './note.ts';
import type { PartnerFacts, StandingFact } from './partner-store.ts';
import { neededSteps } from './standing.ts';

/** `PartnerBoard` of `openapi/portal/v1.yaml`. */
export function boardJson(
  journey: JourneyConfig,
  { rows, counts, next }: { rows: readonly BoardRow[]; counts: BoardCounts; next: string | null },
) {
  return {
    ...{ journey: journey.id, title: journey.title },
    steps: journey.steps.map(({ id, title }) => ({ id, title, partners: counts.bySteps.get(id) ?? 0 })),
    ...{ total: counts.total, complete: counts.complete, reviews: counts.reviews },
    data: rows.map((row) => partnerJson(journey, row)),
    next_cursor: next,
  };
}

/** `PartnerRow`. */
export function partnerJson(journey: JourneyConfig, row: BoardRow) {
  return {
    organization: { id: row.organization, name: row.name },
    ...{ signed_up_at: row.signedUpAt, first_call_at: row.firstCallAt, launched_at: row.launchedAt },
    standing: standingJson(journey, row),
    ...{ last_call: callJson(row.lastCall), last_error: callJson(row.lastError) },
  };
}

/** `PartnerStanding`. A step that the journey no longer has is told by its id until the next reading. */
export function standingJson(journey: JourneyConfig, standing: Omit<StandingFact, 'journey'>) {
  const { step, since, proven, reviews, missing, isComplete } = standing;
  const title = journey.steps.find(({ id }) => id === step)?.title ?? step;
  return {
    ...{ journey: journey.id, title: journey.title },
    step: step === null || title === null ? null : { id: step, title },
    ...{ since, proven, steps: neededSteps(journey), complete: isComplete, reviews, missing },
  };
}

/** `PartnerCall`. */
export function callJson(call: Call | null) {
  if (call === null) return null;
  const { isTrouble, ...same } = call;
  return { ...same, on_purpose: isTrouble };
}

/** `Distribution`. */
export function distributionJson(distribution: Distribution) {
  return {
    count: distribution.count,
    median_seconds: distribution.medianSeconds,
    p75_seconds: distribution.p75Seconds,
    p90_seconds: distribution.p90Seconds,
    buckets: distribution.buckets.map(({ upToSeconds, count }) => ({ up_to_seconds: upToSeconds, count })),
  };
}

/** `PartnerNote`. */
export function noteJson({ id, text, version, author, createdAt, edited }: Note) {
  return {
    ...{ id, text, version, author },
    created_at: createdAt.toISOString(),
    edited: edited && { by: edited.by, at: edited.at.toISOString() },
  };
}

/** What of `Partner` the store knows. */
export function factsJson(facts: PartnerFacts, journeys: readonly JourneyConfig[]) {
  return {
    organization: { id: facts.id, name: facts.name },
    ...{ signed_up_at: facts.signedUpAt, first_call_at: facts.firstCallAt, launched_at: facts.launchedAt },
    cohorts: facts.cohorts,
    members: facts.members.map(({ id, name, email, role, joinedAt }) => ({
      id,
      name,
      email,
      role,
      joined_at: joinedAt,
    })),
    journeys: journeys.map((journey) => {
      const known = facts.standings.find((standing) => standing.journey === journey.id);
      return standingJson(journey, known ?? begun(journey, facts.signedUpAt));
    }),
    last_call: callJson(facts.lastCall),
    failing: facts.failing.map(callJson),
  };
}

const begun = ({ steps }: JourneyConfig, since: string) => ({
  ...{ step: steps[0]?.id ?? null, since, proven: 0, isComplete: false, reviews: 0, missing: null },
});
