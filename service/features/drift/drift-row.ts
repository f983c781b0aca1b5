import type { DriftEntry, ResolvedBy } from './drift-entry.ts';

export interface DriftRow {
  id: string;
  fingerprint: string;
  api: string;
  version: string;
  operation: string;
  environment: 'sandbox' | 'live';
  status: number;
  kind: DriftEntry['kind'];
  place: string;
  message: string;
  first_seen: string;
  last_seen: string;
  count: number;
  clean_answers: number;
  example: string | null;
  exchanges: string;
  resolved_at: string | null;
  resolved_by: ResolvedBy | null;
}

export function toEntry(row: DriftRow): DriftEntry {
  const { id, api, version, operation, environment, status, kind, place, message, count, example } = row;
  const at = row.resolved_at;
  return {
    ...{ id, api, version, operation, environment, status, kind, place, message, count, example },
    firstSeen: new Date(row.first_seen),
    lastSeen: new Date(row.last_seen),
    cleanAnswers: row.clean_answers,
    exchanges: JSON.parse(row.exchanges) as string[],
    resolved: at === null ? null : { at: new Date(at), by: row.resolved_by ?? 'person' },
  };
}
