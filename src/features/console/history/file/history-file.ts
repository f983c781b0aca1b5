import { isRecord } from '../../../../portal-client';
import type { HistoryEntry, KeptAnswer } from '../history-entry';
import { measured, type NewEntry } from '../make-entry';
import { readAnswer, readEntry } from '../read-entry';

const format = 'portolan-history';
const version = 1;

/** More than this is no history of ours. */
export const mostFileBytes = 60_000_000;

/** A history as a file of JSON, with its answers. */
export function toHistoryFile(entries: readonly HistoryEntry[], answers: ReadonlyMap<string, KeptAnswer>): string {
  const written = entries.map((entry) => ({ entry, answer: answers.get(entry.id) ?? null }));
  return `${JSON.stringify({ format, version, entries: written }, null, 1)}\n`;
}

/** `portolan-history-2026-11-21.json`. `at`: milliseconds since 1970. */
export function historyFileName(at: number): string {
  return `portolan-history-${new Date(at).toISOString().slice(0, 10)}.json`;
}

export type FileReading =
  | {
      readonly kind: 'entries';
      readonly entries: readonly NewEntry[];
      /** How many could not be read. */
      readonly unreadable: number;
    }
  /** Not such a file; in words. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Reads such a file, whoever wrote it; entries that are none are counted and left out. */
export function readHistoryFile(text: string): FileReading {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return refused('The file is not JSON.');
  }
  if (!isRecord(document) || document.format !== format || !Array.isArray(document.entries)) {
    return refused('The file is not a history that was exported here.');
  }
  if (document.version !== version) return refused('The file was exported by a newer version of this portal.');
  const written = document.entries as readonly unknown[];
  const entries = written.map(readOne).filter((one) => one !== null);
  return { kind: 'entries', entries, unreadable: written.length - entries.length };
}

function readOne(document: unknown): NewEntry | null {
  if (!isRecord(document)) return null;
  const entry = readEntry(document.entry);
  // Measured again: what a file says of its size is not to be believed.
  return entry && measured(entry, readAnswer(document.answer));
}

function refused(sentence: string): FileReading {
  return { kind: 'refused', sentence };
}
