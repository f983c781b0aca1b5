/** Organizations that go through one journey together. */
export interface Cohort extends CohortWords {
  readonly id: string;
  readonly createdAt: Date;
  /** Null: it is under way or to come. */
  readonly archivedAt: Date | null;
}

/** What staff say of it. Days are `2026-11-21`. */
export interface CohortWords {
  readonly name: string;
  readonly description: string;
  /** A journey's id, of `portal.config.ts`. */
  readonly journey: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** When its partners are meant to launch. */
  readonly launchOn: string | null;
}

export interface CohortMember {
  readonly organization: string;
  readonly name: string;
  readonly joinedAt: Date;
}

/** What is wrong with it, by the names of the contract; empty: nothing. */
export function findFaults(
  words: CohortWords,
  journeys: readonly string[],
): readonly { readonly pointer: string; readonly message: string }[] {
  const { name, journey, startsOn, endsOn, launchOn } = words;
  return [
    ...(name.trim() === '' ? [{ pointer: '/name', message: 'must say something' }] : []),
    ...(journeys.includes(journey)
      ? []
      : [{ pointer: '/journey', message: `must be one of ${journeys.join(', ')}, and is ${JSON.stringify(journey)}` }]),
    ...(isBefore(endsOn, startsOn)
      ? [{ pointer: '/ends_on', message: `must not be before starts_on, ${startsOn}` }]
      : []),
    ...(isBefore(launchOn, startsOn)
      ? [{ pointer: '/launch_on', message: `must not be before starts_on, ${startsOn}` }]
      : []),
  ];
}

const isBefore = (day: string | null, other: string | null): boolean => day !== null && other !== null && day < other;
