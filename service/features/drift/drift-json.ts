import type { Contract } from '../../../contract/model.ts';
import type { DriftEntry } from './drift-entry.ts';

/** The page of an operation; null where there is none. */
export type ReferenceOf = (entry: Pick<DriftEntry, 'api' | 'version' | 'operation'>) => string | null;

/** `DriftEntry` of `openapi/portal/v1.yaml`. */
export function toDriftJson(entry: DriftEntry, referenceOf: ReferenceOf) {
  const { id, api, version, operation, environment, status, kind, place, message, count, example, exchanges } = entry;
  return {
    ...{ id, api, version, operation, environment, status, kind, place, message },
    first_seen: entry.firstSeen.toISOString(),
    last_seen: entry.lastSeen.toISOString(),
    count,
    clean_answers: entry.cleanAnswers,
    example,
    exchanges,
    resolved: entry.resolved && { at: entry.resolved.at.toISOString(), by: entry.resolved.by },
    reference: referenceOf(entry),
  };
}

/** Where the pages of these contracts' operations are. */
export function referencePages(contracts: readonly Contract[]): ReferenceOf {
  const slugs = new Map(
    contracts.flatMap(({ api, version, operations }) =>
      operations.map(({ id, slug }) => [`${api}/${version}/${id}`, `/reference/${api}/${version}/${slug}`]),
    ),
  );
  return ({ api, version, operation }) => slugs.get(`${api}/${version}/${operation}`) ?? null;
}
