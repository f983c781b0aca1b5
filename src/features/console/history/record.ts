import type { Exchange } from './exchange';
import { sentEntry } from './make-entry';
import { newId } from './new-id';
import { deviceHistory } from './store/device-history';

const neverLeft: ReadonlySet<string> = new Set(['no-key', 'no-credential', 'not-confirmed']);

/** Keeps what was sent and what came of it; of what never left, nothing. Nothing is thrown. */
export async function record({ page, values, sent, environment }: Exchange, secrets: readonly string[]): Promise<void> {
  if (sent.kind === 'failure' && neverLeft.has(sent.failure.kind)) return;
  const context = { id: newId(), at: Date.now(), secrets };
  const entry = sentEntry(page, values, sent, { ...context, ...(environment && { environment }) });
  await deviceHistory().add([entry]);
}
