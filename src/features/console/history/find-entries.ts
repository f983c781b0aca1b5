import { statusName } from '../../../ui';
import type { HistoryEntry } from './history-entry';

export type HistoryFilter = 'all' | 'this-operation' | 'favourites' | 'saved';

export interface HistoryQuery {
  /** Every word of it is somewhere in what is found. */
  readonly words: string;
  readonly filter: HistoryFilter;
  /** The `operationKey` of the page one looks from. */
  readonly operation: string;
}

/** What is looked for, in the order that it was in. */
export function findEntries(
  entries: readonly HistoryEntry[],
  { words, filter, operation }: HistoryQuery,
): readonly HistoryEntry[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter(
    (entry) => isOf(filter, entry, operation) && wanted.every((word) => textOf(entry).includes(word)),
  );
}

function isOf(filter: HistoryFilter, entry: HistoryEntry, operation: string): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'this-operation':
      return entry.request.operation === operation;
    case 'favourites':
      return entry.isFavourite;
    case 'saved':
      return entry.kind === 'saved';
  }
}

const texts = new WeakMap<HistoryEntry, string>();

function textOf(entry: HistoryEntry): string {
  const known = texts.get(entry);
  if (known !== undefined) return known;
  const { operation, outcome, request } = entry;
  const came =
    outcome?.kind === 'answered' ? `${outcome.status} ${statusName(outcome.status) ?? ''}` : (outcome?.title ?? '');
  const text = [
    ...[entry.name, operation.title, operation.method, operation.api, operation.version, entry.address, came],
    ...[request.environment ?? '', ...Object.values(request.parameters), request.body ?? ''],
  ]
    .join('\n')
    .toLowerCase();
  texts.set(entry, text);
  return text;
}
