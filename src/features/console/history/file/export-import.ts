import { saveFile } from '../../answer/save-file';
import { historyBounds } from '../bounds';
import type { KeptAnswer } from '../history-entry';
import type { NewEntry } from '../make-entry';
import type { HistoryStore } from '../store/history-store';
import { historyFileName, mostFileBytes, readHistoryFile, toHistoryFile } from './history-file';

/** Writes the whole history into a file among the reader's downloads. */
export async function exportHistory(store: HistoryStore, now: number): Promise<void> {
  const { entries } = store.read();
  const answers = new Map<string, KeptAnswer>();
  for (const { id } of entries) {
    const answer = await store.answerOf(id);
    if (answer) answers.set(id, answer);
  }
  saveFile(new Blob([toHistoryFile(entries, answers)]), historyFileName(now));
}

/** Adds what a file holds; what came of it, in words. */
export async function importHistory(store: HistoryStore, file: Blob): Promise<string> {
  if (file.size > mostFileBytes) return 'The file is too large to be a history.';
  const reading = readHistoryFile(await file.text());
  if (reading.kind === 'refused') return reading.sentence;
  await store.load();
  const known = new Set(store.read().entries.map(({ id }) => id));
  const fresh = reading.entries.filter(({ entry }) => !known.has(entry.id));
  const fitting = theNewest(fresh);
  if (fitting.length > 0) await store.add(fitting);
  const there = reading.entries.length - fresh.length;
  return [
    `Imported ${requests(fitting.length)}.`,
    there > 0 ? `${requests(there)} ${there === 1 ? 'was' : 'were'} here already.` : '',
    fresh.length > fitting.length ? `There is no room for the ${fresh.length - fitting.length} oldest.` : '',
    reading.unreadable > 0 ? `${reading.unreadable} could not be read.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function requests(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`;
}

/** As many as there can be at all. */
function theNewest(added: readonly NewEntry[]): readonly NewEntry[] {
  let bytes = 0;
  const once = new Map(added.map((one) => [one.entry.id, one]));
  return [...once.values()]
    .sort((a, b) => b.entry.at - a.entry.at)
    .slice(0, historyBounds.entries)
    .filter(({ entry }) => (bytes += entry.bytes) <= historyBounds.bytes);
}
