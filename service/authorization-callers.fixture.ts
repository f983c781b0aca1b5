import { randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { DatabasePlace } from '../tests/support/databases.ts';
import { startApp } from './app.fixture.ts';
import { issueKey, sqlKeyStore, type WantedKey } from './features/keys/index.ts';
import { systemClock } from './platform/clock.ts';
import { newId } from './platform/ids.ts';
import { type Answer, browser, type Browser, signInByMail } from './signed-in.fixture.ts';

export const keyCallers = ['guest', 'partner', 'live', 'team'] as const;
export const sessionCallers = ['viewer', 'developer', 'owner', 'elsewhere', 'staff'] as const;
/** Who was somebody once, and still shows what they had then: nobody by now. */
export const goneCallers = ['signed-out', 'left', 'revoked-key', 'key-of-left', 'expired-key'] as const;
/** Who was somebody in an organization or in the team, and is signed in without a role by now. */
export const roleless = ['removed-member', 'removed-staff'] as const;
export const callers = ['nobody', ...keyCallers, ...sessionCallers, ...goneCallers, ...roleless] as const;
export type Caller = (typeof callers)[number];

export interface Callers {
  call(caller: Caller, method: string, path: string, body?: unknown): Promise<LightMyRequestResponse>;
  /** Of the owner's organization, by the name that paths have for them. */
  readonly things: Readonly<Record<string, string>>;
  /** Those that were the owner's, and are gone. */
  readonly goneThings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

type Method = Parameters<Browser['call']>[0];

/** The whole service with everybody who could call it, and the things of one organization. */
export async function startCallers(place: DatabasePlace): Promise<Callers> {
  const running = await startApp({
    place,
    settings: { trustProxy: false },
    portal: { accounts: { signUp: 'open', staff: ['staff@example.com'], providers: [] } },
  });
  const { app, database } = running;
  let networks = 0;
  const headersOf = new Map<Caller, Record<string, string>>([['nobody', {}]]);

  async function signedIn(name: string): Promise<Browser> {
    const who = browser(app);
    await signInByMail(app, who, `${name}@example.com`);
    return who;
  }
  const cookieOf = (who: Browser) => ({
    cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  async function done<T>(who: Browser, method: Method, url: string, body?: object): Promise<T> {
    const answer: Answer = await who.call(method, `/api/v1${url}`, body);
    expect([url, answer.status < 300, answer.status < 300 ? '' : answer.body]).toEqual([url, true, '']);
    return answer.body === '' ? (undefined as T) : answer.json<T>();
  }
  const found = (who: Browser, name: string) => done<{ id: string }>(who, 'POST', '/organizations', { name });
  const made = (who: Browser, label: string) =>
    done<{ key: string; entry: { id: string } }>(who, 'POST', '/keys', { label, environment: 'sandbox' });
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  const owner = await signedIn('owner');
  const { id: organization } = await found(owner, 'University');

  async function join(name: string, role: 'viewer' | 'developer'): Promise<Browser> {
    const who = await signedIn(name);
    const { person } = await done<{ person: { id: string } }>(who, 'GET', '/session');
    await sql`insert into members (id, "organizationId", "userId", role, "createdAt")
      values (${`mem_${name}`}, ${organization}, ${person.id}, ${role}, ${new Date().toISOString()})`.execute(
      database.db,
    );
    return who;
  }
  async function keyOf(difference: Partial<WantedKey>, days: number | null = null): Promise<Record<string, string>> {
    const wanted = { organization: 'org_a', environment: 'sandbox', requestsPerMinute: 600 } as const;
    const clock = days === null ? systemClock : { now: () => new Date(Date.now() - (days + 1) * 86_400_000) };
    const deps = { store: sqlKeyStore(database), clock, newId, random: randomBytes };
    return bearer((await issueKey({ ...wanted, lifetimeDays: days, ...difference }, deps)).text);
  }

  headersOf.set('owner', cookieOf(owner));
  for (const role of ['viewer', 'developer'] as const) headersOf.set(role, cookieOf(await join(role, role)));
  const elsewhere = await signedIn('elsewhere');
  await found(elsewhere, 'Elsewhere');
  headersOf.set('elsewhere', cookieOf(elsewhere));
  const staff = await signedIn('staff');
  headersOf.set('staff', cookieOf(staff));

  const guest = await app.inject({ method: 'POST', url: '/api/v1/guest-keys' });
  headersOf.set('guest', bearer(guest.json<{ key: string }>().key));
  headersOf.set('partner', await keyOf({ organization }));
  headersOf.set('live', await keyOf({ organization, environment: 'live' }));
  headersOf.set('team', await keyOf({ organization: 'org_team', scopes: ['portal:team'] }));
  headersOf.set('expired-key', await keyOf({ organization }, 1));

  // Each of these was let in, then not any more.
  const was = async (caller: Caller, path: string) =>
    expect([caller, (await call(caller, 'GET', path)).statusCode]).toEqual([caller, 200]);
  const signedOut = await signedIn('signed-out');
  headersOf.set('signed-out', cookieOf(signedOut));
  await was('signed-out', '/account');
  await done(signedOut, 'DELETE', '/session');

  const left = await signedIn('left');
  const { id: leftBehind } = await found(left, 'Left behind');
  headersOf.set('left', cookieOf(left));
  headersOf.set('key-of-left', bearer((await made(left, 'Left')).key));
  await was('left', '/account');
  await was('key-of-left', '/exchanges');
  await done(left, 'POST', '/account/deletion', {});

  const revoked = await made(owner, 'Revoked');
  headersOf.set('revoked-key', bearer(revoked.key));
  await was('revoked-key', '/exchanges');
  await done(owner, 'POST', `/keys/${revoked.entry.id}/revoke`);

  headersOf.set('removed-member', cookieOf(await join('removed-member', 'developer')));
  await was('removed-member', '/keys');
  await done(owner, 'DELETE', `/organizations/${organization}/members/mem_removed-member`);

  headersOf.set('removed-staff', cookieOf(await signedIn('removed-staff')));
  await done(staff, 'POST', '/staff', { email: 'removed-staff@example.com' });
  await was('removed-staff', '/staff');
  const { data: team } = await done<{ data: { id: string; email: string }[] }>(staff, 'GET', '/staff');
  const removed = team.find(({ email }) => email === 'removed-staff@example.com');
  await done(staff, 'DELETE', `/staff/${removed?.id}`);

  const things = await thingsOf('At first');
  const goneThings: Readonly<Record<string, string>> = {
    ...(await thingsOf('Gone')),
    organization: leftBehind,
    member: 'mem_removed-member',
  };
  await done(owner, 'POST', `/keys/${goneThings.key}/revoke`);
  await done(owner, 'DELETE', `/organizations/${organization}/invitations/${goneThings.invitation}`);
  await done(owner, 'DELETE', `/account/sessions/${goneThings.session}`);
  await call('partner', 'DELETE', `/sandboxes/cardea/v2/snapshots/${goneThings.snapshot}`);

  /** One of each. */
  async function thingsOf(name: string): Promise<Readonly<Record<string, string>>> {
    const other = await signedIn('owner');
    const { data: sessions } = await done<{ data: { id: string; is_this: boolean }[] }>(
      other,
      'GET',
      '/account/sessions',
    );
    const invited = { email: `${name.replace(' ', '-')}@example.com`, role: 'viewer' };
    const delivered = await call('partner', 'POST', '/webhooks/test-events', {
      ...{ api: 'cardea', version: 'v2', type: 'offer.declined' },
    });
    const snapshot = await call('partner', 'POST', '/sandboxes/cardea/v2/snapshots', { name });
    const all = {
      organization,
      member: 'mem_developer',
      invitation: (await done<{ id: string }>(owner, 'POST', `/organizations/${organization}/invitations`, invited)).id,
      session: sessions.find((each) => each.is_this)?.id,
      key: (await made(owner, name)).entry.id,
      delivery: delivered.json<{ data: { id: string }[] }>().data[0]?.id,
      snapshot: snapshot.json<{ id: string }>().id,
    };
    expect(Object.entries(all).filter(([, id]) => id === undefined || id === '')).toEqual([]);
    return all as Readonly<Record<string, string>>;
  }

  /** Each request is in a network of its own, so that no limit answers before whoever is asked. */
  function call(caller: Caller, method: string, path: string, body?: unknown) {
    networks += 1;
    return app.inject({
      method: method.toUpperCase() as 'GET',
      url: `/api/v1${path}`,
      remoteAddress: `10.${2 + Math.floor(networks / 62_500)}.${Math.floor(networks / 250) % 250}.${(networks % 250) + 1}`,
      headers: { host: 'localhost:3000', ...headersOf.get(caller) },
      ...(body !== undefined && { payload: body as object }),
    });
  }

  return { call, things, goneThings, close: () => running.close() };
}
