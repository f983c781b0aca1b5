import { openDatabase } from '../../service/platform/database/index.ts';
import { portalSecret, seal } from '../../service/platform/secret/index.ts';
import type { Place } from './revoke-some.ts';

/** Somebody who is signed in and rolls one key of their organization again and again, as fast as the service answers. */
export interface RollingPartner {
  /** Until the service answers no more. Each roll that is answered ends the key before at once. */
  roll(origin: string): Promise<void>;
  /** What is not as it was acknowledged, or half done, a sentence each. */
  faults(origin: string): Promise<readonly string[]>;
  readonly rolls: () => number;
}

interface Entry {
  readonly id: string;
  readonly replaced_by: string | null;
}
const json = { 'content-type': 'application/json' };

export async function rollingPartner(origin: string, place: Place): Promise<RollingPartner> {
  const cookie = await signIn(origin, place);
  const send = async <T>(to: string, path: string, body?: object): Promise<T> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${to}/api/v1${path}`, { ...init, headers: { cookie, ...(body && json) } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} → ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
  await send(origin, '/organizations', { name: 'Kill Nine University' });
  const made = await send<{ key: string; entry: Entry }>(origin, '/keys', { label: 'Server', environment: 'sandbox' });
  let last = { key: made.key, id: made.entry.id };
  const ended: string[] = [];

  const statusOf = async (to: string, key: string) => {
    const answer = await fetch(`${to}/api/v1/exchanges?limit=1`, { headers: { authorization: `Bearer ${key}` } });
    await answer.arrayBuffer();
    return answer.status;
  };

  return {
    rolls: () => ended.length,
    async roll(to) {
      try {
        for (;;) {
          const rolled = await send<{ key: string; entry: Entry }>(to, `/keys/${last.id}/roll`, { overlap_seconds: 0 });
          ended.push(last.key);
          last = { key: rolled.key, id: rolled.entry.id };
        }
      } catch (error) {
        // The process was killed; everything else is a fault of the service.
        if (!(error instanceof TypeError)) throw error;
      }
    },
    async faults(to) {
      const found: string[] = [];
      const { data } = await send<{ data: readonly Entry[] }>(to, '/keys');
      const newest = data.find(({ id }) => id === last.id);
      // The roll that was under way is done whole or not at all.
      const successor = newest?.replaced_by ?? null;
      const status = await statusOf(to, last.key);
      if (newest === undefined) found.push('an acknowledged key is not in the list');
      if (successor === null && status !== 200) found.push(`an acknowledged key, which answers ${status}`);
      if (successor !== null && status !== 401) found.push(`a rolled key, which answers ${status}`);
      if (successor !== null && !data.some(({ id }) => id === successor))
        found.push('a rolled key without its successor');
      for (const key of ended.slice(-20)) {
        const old = await statusOf(to, key);
        if (old !== 401) found.push(`a key that was rolled away, which answers ${old}`);
      }
      // Nobody knows the text of one whose roll was not answered: goes on with another.
      if (successor !== null) {
        const again = await send<{ key: string; entry: Entry }>(to, '/keys', {
          label: 'Server',
          environment: 'sandbox',
        });
        last = { key: again.key, id: again.entry.id };
      }
      return found;
    },
  };
}

/** By the link of a mail, which waits sealed in the outbox: there is no mail server. Resolves with the session's cookie. */
async function signIn(origin: string, place: Place): Promise<string> {
  const email = 'ada@killed.example';
  const asked = await fetch(`${origin}/api/v1/sign-in-links`, {
    ...{ method: 'POST', headers: json },
    body: JSON.stringify({ email }),
  });
  if (asked.status !== 202) throw new Error(`sign-in-links → ${asked.status} ${await asked.text()}`);
  const token = await vouched(place);
  const pressed = await fetch(`${origin}/account/link`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ token }),
  });
  const cookie = pressed.headers.getSetCookie().find((one) => one.includes('portolan_session='));
  if (cookie === undefined) throw new Error(`the link → ${pressed.status} ${await pressed.text()}`);
  return cookie.split(';', 1)[0] ?? '';
}

async function vouched(place: Place): Promise<string> {
  const mails = seal(portalSecret(undefined, place.dataFolder), 'mail');
  const database = await openDatabase(place);
  try {
    for (let tries = 0; tries < 100; tries += 1) {
      const row = await database.db
        .withTables<{ mail_outbox: { id: string; sealed: string } }>()
        .selectFrom('mail_outbox')
        .select('sealed')
        .orderBy('id', 'desc')
        .executeTakeFirst();
      const token = row && /[?&]token=([^"&\s\\]+)/.exec(mails.open(row.sealed))?.[1];
      if (token !== undefined) return token;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await database.close();
  }
  throw new Error('No mail came into the outbox.');
}
