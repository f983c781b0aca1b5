import { randomInt } from 'node:crypto';

/** What the service said that it stored. */
export interface AcknowledgedWrites {
  readonly feedback: string[];
  readonly keys: string[];
  readonly offers: { readonly key: string; readonly id: string }[];
  /** Keys of guests who were told that their first offer is proven, with the exchange that proves it. */
  readonly proofs: { readonly key: string; readonly exchange: string }[];
}

export function noWrites(): AcknowledgedWrites {
  return { feedback: [], keys: [], offers: [], proofs: [] };
}

/** The sandbox limits each key to so many requests a minute; a writer takes a new one long before. */
const offersPerKey = 20;
const json = { 'content-type': 'application/json' };

/**
 * Writes until the service no longer answers: feedback, guest keys, and credential offers through the gateway. Only what
 * was answered with 201, to its last byte, counts as acknowledged. An answer that is an error is thrown.
 */
export async function write(
  origin: string,
  offer: unknown,
  into: AcknowledgedWrites,
  acknowledged: () => void,
): Promise<void> {
  try {
    for (;;) {
      const key = await issueKey(origin, into);
      for (let count = 0; count < offersPerKey; count += 1) {
        await giveFeedback(origin, into);
        await createOffer(origin, key, offer, into);
        if (count === 0) await askForProof(origin, key, into);
        acknowledged();
      }
    }
  } catch (error) {
    // `fetch failed` and `terminated`: the process was killed. Everything else is a fault of the service.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function issueKey(origin: string, into: AcknowledgedWrites): Promise<string> {
  const { key } = await post<{ key: string }>(`${origin}/api/v1/guest-keys`, someAddress());
  into.keys.push(key);
  return key;
}

async function giveFeedback(origin: string, into: AcknowledgedWrites): Promise<void> {
  const body = { page: '/docs/webhooks', helpful: false, comment: 'Written while the service is being killed.' };
  const { id } = await post<{ id: string }>(`${origin}/api/v1/feedback`, { ...json, ...someAddress() }, body);
  into.feedback.push(id);
}

async function createOffer(origin: string, key: string, offer: unknown, into: AcknowledgedWrites): Promise<void> {
  const headers = { ...json, authorization: `Bearer ${key}`, 'idempotency-key': crypto.randomUUID() };
  const { id } = await post<{ id: string }>(`${origin}/gateway/cardea/v2/credential-offers`, headers, offer);
  into.offers.push({ key, id });
}

interface Progress {
  readonly steps: readonly {
    readonly id: string;
    readonly state: string;
    readonly exchange?: { readonly id: string };
  }[];
}

async function askForProof(origin: string, key: string, into: AcknowledgedWrites): Promise<void> {
  const exchange = await provingExchange(origin, key);
  if (exchange !== null) into.proofs.push({ key, exchange });
}

/** What proves the guest's first offer; null where nothing does yet. */
export async function provingExchange(origin: string, key: string): Promise<string | null> {
  const answer = await fetch(`${origin}/api/v1/journeys/first-call/progress`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { steps = [] } = (await answer.json()) as Partial<Progress>;
  const step = steps.find(({ id }) => id === 'create-offer');
  return step?.state === 'proven' ? (step.exchange?.id ?? '') : null;
}

async function post<Answer>(url: string, headers: Record<string, string>, body?: unknown): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', headers, body: body === undefined ? null : JSON.stringify(body) });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`POST ${url} → ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

/** Limits count addresses: every request comes from another network. */
function someAddress(): Record<string, string> {
  const group = () => randomInt(65_536).toString(16);
  return { 'x-forwarded-for': `2001:db8:${group()}:${group()}::1` };
}
