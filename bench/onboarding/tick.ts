import { bySubject, type Row, summarise } from '../row.ts';
import { JOURNEY } from './journey.ts';
import { type Portal, startPortal } from './portal.ts';
import type { Place } from './seed.ts';

const LIMIT = { atMost: 2000 };
const PATIENCE_MILLISECONDS = 30_000;

/** From the send of a request to the event that says that its step is proven, through HTTP and server-sent events. */
export async function measureTick(
  { subject, place, folder }: { subject: string; place: Place; folder: string },
  runs: number,
): Promise<readonly Row[]> {
  const portal = await startPortal(folder, place);
  try {
    const ticks: number[] = [];
    for (let run = 0; run < runs; run += 1) ticks.push(...(await ticksOf(portal, `org_tick_${run}`)));
    const row = summarise('a step ticks after the request', 'ms', ticks, LIMIT);
    return bySubject(subject, [
      { ...row, ...(row.highest > LIMIT.atMost && { failed: `✗ up to ${row.highest.toFixed(0)} ms` }) },
    ]);
  } finally {
    await portal.stop();
  }
}

/** Two operations that need nothing to be there before them. */
const CALLS = [
  ['listIssuers', '/issuers'],
  ['listCredentialTypes', '/credential-types'],
  ['listCredentialOffers', '/credential-offers'],
] as const;

async function ticksOf(portal: Portal, organization: string): Promise<number[]> {
  const key = await portal.keyOf(organization);
  const abort = new AbortController();
  const answer = await fetch(`${portal.origin}/api/v1/journeys/${JOURNEY.id}/progress/events`, {
    headers: { authorization: `Bearer ${key}` },
    signal: AbortSignal.any([abort.signal, AbortSignal.timeout(PATIENCE_MILLISECONDS)]),
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (step: string): Promise<void> => {
    const proven = new RegExp(`"id":"${step}","title":"[^"]*","state":"proven"`);
    while (!proven.test(text)) {
      const read = await reader?.read();
      if (read === undefined || read.done) throw new Error(`The stream ended before ${step} was proven.`);
      text += read.value;
    }
  };
  try {
    await until('access');
    const times: number[] = [];
    for (const [operation, path] of CALLS) {
      const sent = performance.now();
      const called = await fetch(`${portal.origin}/gateway/cardea/v2${path}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      if (!called.ok) throw new Error(`${operation} was answered with ${called.status}: ${await called.text()}`);
      await called.text();
      await until(operation.toLowerCase());
      times.push(performance.now() - sent);
    }
    return times;
  } finally {
    abort.abort();
  }
}
