import { isRecord } from '../../../portal-client';
import { withoutSecrets } from '../share/left-out-secret';
import { readPortable } from '../share/read-portable';
import { mostAnswerCharacters, mostNameCharacters } from './bounds';
import type { EntryOperation, EntryOutcome, HistoryEntry, KeptAnswer } from './history-entry';
import { keptHeader } from './kept-answer';

/** An entry out of what was stored by another version of this page, or written by somebody else: null where it is none. */
export function readEntry(document: unknown): HistoryEntry | null {
  if (!isRecord(document)) return null;
  const { id, at, kind, address, name, isFavourite, bytes } = document;
  const request = readPortable(document.request);
  const operation = readOperation(document.operation);
  const outcome = document.outcome === null ? null : readOutcome(document.outcome);
  if (!request || !operation || outcome === undefined) return null;
  if (!isText(id, 100) || !isText(address, 100_000) || !isText(name, 10_000)) return null;
  if (!isCount(at) || at > 8.64e15 || (kind !== 'sent' && kind !== 'saved')) return null;
  return {
    ...{ id, at, kind, operation, request, outcome },
    address: withoutSecrets(address).text,
    name: name.slice(0, mostNameCharacters),
    isFavourite: isFavourite === true,
    bytes: isCount(bytes) ? bytes : 0,
  };
}

/** An answer as it was kept; null where there is none, or it is none. */
export function readAnswer(document: unknown): KeptAnswer | null {
  if (!isRecord(document) || !Array.isArray(document.headers)) return null;
  const { text, kept } = document;
  const headers = (document.headers as readonly unknown[]).filter(isHeader);
  if (typeof text !== 'string' || (kept !== 'all' && kept !== 'beginning' && kept !== 'nothing')) return null;
  const clean = withoutSecrets(text).text;
  return {
    headers: headers.slice(0, 100).map(([name, value]) => [name, keptHeader(name, value, [])] as const),
    text: clean.slice(0, mostAnswerCharacters),
    kept: kept === 'all' && clean.length > mostAnswerCharacters ? 'beginning' : kept,
  };
}

function readOperation(document: unknown): EntryOperation | null {
  if (!isRecord(document)) return null;
  const { api, version, slug, title, method } = document;
  if (!isText(api, 200) || !isText(version, 200) || !isText(slug, 500) || !isText(title, 2_000)) return null;
  // Of `.` and `..` a browser would make another address (URL Standard §4.4).
  if ([api, version, slug].some((piece) => /^\.{0,2}$/.test(piece))) return null;
  return isText(method, 20) && /^[A-Z]+$/.test(method) ? { api, version, slug, title, method } : null;
}

function readOutcome(document: unknown): EntryOutcome | undefined {
  if (!isRecord(document)) return undefined;
  const { kind, status, totalMilliseconds, bytes, title } = document;
  if (kind === 'failed') return isText(title, 500) ? { kind, title } : undefined;
  if (kind !== 'answered' || !isCount(status) || !isCount(totalMilliseconds) || !isCount(bytes)) return undefined;
  return { kind, status, totalMilliseconds, bytes };
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isHeader(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
