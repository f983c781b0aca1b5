import { ProblemError } from '../../platform/problem.ts';
import type { Cohort } from './cohort.ts';
import type { CohortStore } from './cohort-store.ts';

/** The cohort that a path names. */
export async function cohortOf(store: Pick<CohortStore, 'find'>, id: string): Promise<Cohort> {
  return (await store.find(id)) ?? noSuchCohort(id);
}

/** The same where something is changed: what is archived stays as it is. */
export async function openCohortOf(store: Pick<CohortStore, 'find'>, id: string): Promise<Cohort> {
  const cohort = await cohortOf(store, id);
  if (cohort.archivedAt === null) return cohort;
  const detail = `${JSON.stringify(cohort.name)} is archived. Take it back from the archive first.`;
  throw new ProblemError('resource-conflict', { detail });
}

export function noSuchCohort(id: string): never {
  throw new ProblemError('resource-not-found', { detail: `There is no cohort ${JSON.stringify(id)}.` });
}
