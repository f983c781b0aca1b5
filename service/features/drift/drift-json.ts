import type { DriftEntry } from './drift-entry.ts';

/** `DriftEntry` of `openapi/portal/v1.yaml`. */
export function toDriftJson(entry: DriftEntry) {
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
  };
}
