import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Headers, SignatureCheck } from './delivery.ts';

/** The secrets of an endpoint: the current one first, then the one that it replaced, while that is still signed with. */
export type Secrets = readonly [string, ...string[]];

const toleranceSeconds = 5 * 60;
const newSecretBytes = 32;

export function newSecret(random: (bytes: number) => Uint8Array): string {
  return `whsec_${Buffer.from(random(newSecretBytes)).toString('base64')}`;
}

/** The three headers of Standard Webhooks; one signature for each secret. */
export function signedHeaders(message: string, at: Date, body: string, secrets: Secrets): Headers {
  return {
    'webhook-id': message,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => signerOf(secret).sign(message, at, body)).join(' '),
  };
}

/** What a careful receiver would find at a delivery that came at `now`: each check with a sentence. */
export function checkSignature(headers: Headers, body: string, secrets: Secrets, now: Date): readonly SignatureCheck[] {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
  if (id === undefined || timestamp === undefined || signature === undefined) {
    const text = 'One of webhook-id, webhook-timestamp and webhook-signature is missing.';
    return [{ name: 'headers', passed: false, text }];
  }
  return [
    { name: 'headers', passed: true, text: 'webhook-id, webhook-timestamp and webhook-signature are there.' },
    checkTimestamp(timestamp, now),
    checkSecrets({ id, timestamp, signature }, body, secrets),
  ];
}

function checkTimestamp(timestamp: string, now: Date): SignatureCheck {
  const off = Number(timestamp) - Math.floor(now.getTime() / 1000);
  if (!/^\d+$/.test(timestamp)) {
    return { name: 'timestamp', passed: false, text: 'The timestamp is not a number of seconds.' };
  }
  const passed = Math.abs(off) <= toleranceSeconds;
  const side = off > 0 ? 'ahead of' : 'behind';
  const far =
    off === 0
      ? 'The timestamp is the receiver’s own second'
      : `The timestamp is ${Math.abs(off)} s ${side} the receiver’s clock`;
  return {
    name: 'timestamp',
    passed,
    text: passed ? `${far}: at most 300 s are fine.` : `${far}. Refuse more than 300 s.`,
  };
}

function checkSecrets(
  { id, timestamp, signature }: { id: string; timestamp: string; signature: string },
  body: string,
  secrets: Secrets,
): SignatureCheck {
  const given = signature.split(' ');
  const at = new Date(Number(timestamp) * 1000);
  const found = secrets.findIndex((secret) => {
    const expected = signerOf(secret).sign(id, at, body);
    return given.some((one) => isSame(one, expected));
  });
  if (found < 0) return { name: 'signature', passed: false, text: 'No signature is by a secret of this endpoint.' };
  const which = found === 0 ? 'the endpoint’s secret' : 'the secret that was replaced';
  const rest = given.length > 1 ? ` There are ${given.length}, while the secret is being rotated.` : '';
  return { name: 'signature', passed: true, text: `A signature over id, timestamp and body is by ${which}.${rest}` };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A secret without `whsec_` is what a client chose itself, taken as it is. */
function signerOf(secret: string): Webhook {
  return secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(secret, { format: 'raw' });
}
