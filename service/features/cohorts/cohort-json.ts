import type { Cohort, CohortMember, CohortWords } from './cohort.ts';

/** As `CohortWords` of the contract says it. */
export interface WordsJson {
  readonly name?: string;
  readonly description?: string;
  readonly journey?: string;
  readonly starts_on?: string | null;
  readonly ends_on?: string | null;
  readonly launch_on?: string | null;
}

/** Only what is said. */
export function toWords(json: WordsJson): Partial<CohortWords> {
  const { name, description, journey, starts_on: startsOn, ends_on: endsOn, launch_on: launchOn } = json;
  const said = { name: name?.trim(), description: description?.trim(), journey, startsOn, endsOn, launchOn };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

export function cohortJson(cohort: Cohort) {
  const { id, name, description, journey, startsOn, endsOn, launchOn, createdAt, archivedAt } = cohort;
  return {
    ...{ id, name, description, journey },
    ...{ starts_on: startsOn, ends_on: endsOn, launch_on: launchOn },
    created_at: createdAt.toISOString(),
    archived_at: archivedAt?.toISOString() ?? null,
  };
}

export function memberJson({ organization, name, joinedAt }: CohortMember) {
  return { organization, name, joined_at: joinedAt.toISOString() };
}
