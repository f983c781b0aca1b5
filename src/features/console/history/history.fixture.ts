import type { HistoryEntry } from './history-entry';

/** An entry with as little as the types ask for; tests say what matters to them. */
export function answeredEntry(part: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: 'one',
    at: Date.UTC(2026, 10, 21, 12),
    kind: 'sent',
    operation: { api: 'cardea', version: 'v2', slug: 'get-thing', title: 'Get a thing', method: 'GET' },
    address: '/things',
    request: { operation: 'cardea/v2/getThing', parameters: {}, leftOut: { files: 0, secrets: 0 } },
    outcome: { kind: 'answered', status: 200, totalMilliseconds: 12, bytes: 7 },
    name: '',
    isFavourite: false,
    bytes: 100,
    ...part,
  };
}
