import type { Environment } from '../environments/environment-store';
import type { Exchange } from '../use-console';
import { sentEntry } from './make-entry';
import { deviceHistory } from './store/device-history';

const neverLeft: ReadonlySet<string> = new Set(['no-key', 'no-credential', 'not-confirmed']);

/** Keeps what was sent and what came of it; of what never left, nothing. Nothing is thrown. */
export async function record(
  { page, values, sent }: Exchange,
  secrets: readonly string[],
  environment?: Environment,
): Promise<void> {
  if (sent.kind === 'failure' && neverLeft.has(sent.failure.kind)) return;
  const context = {
    id: crypto.randomUUID(),
    at: Date.now(),
    secrets,
    ...(environment !== undefined && { environment }),
  };
  await deviceHistory().add([sentEntry(page, values, sent, context)]);
}
