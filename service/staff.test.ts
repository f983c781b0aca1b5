import { sql } from 'kysely';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type RunningApp, startApp } from './app.fixture.ts';
import { browser, type Browser, signInByMail } from './signed-in.fixture.ts';

/** How somebody comes to belong to the team, and how not. */
let running: RunningApp | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

const root = 'root@portal.example';

async function start(staff: readonly string[] = []): Promise<{ app: RunningApp; said: string[] }> {
  const said: string[] = [];
  const app = await startApp({
    settings: { trustProxy: false },
    portal: { accounts: { signUp: 'open', staff, providers: [] } },
    announce: (line) => void said.push(line),
  });
  running = app;
  return { app, said };
}

async function signedIn({ app }: RunningApp, email: string): Promise<Browser> {
  const who = browser(app);
  await signInByMail(app, who, email);
  return who;
}

const whois = async (who: Browser) =>
  (await who.call('GET', '/api/v1/session')).json<{ person: { id: string; is_staff: boolean } }>().person;

describe('a first start without staff', () => {
  async function offered() {
    const { app, said } = await start();
    await app.app.listen({ port: 0, host: '127.0.0.1' });
    await vi.waitFor(() => expect(said).toHaveLength(1));
    const link = new URL(/http\S+$/.exec(said[0] ?? '')?.[0] ?? '');
    expect(link.origin).toBe(app.app.listeningOrigin.replace('127.0.0.1', 'localhost'));
    return { app, link, token: link.searchParams.get('token') ?? '' };
  }

  test('says a link that makes its opener staff, by a press, once', async () => {
    const { app, link, token } = await offered();
    const [ada, eve] = [await signedIn(app, 'ada@example.com'), await signedIn(app, 'eve@example.com')];
    const page = await ada.call('GET', link.pathname + link.search);
    expect(page.body).toContain('Become staff</button>');
    expect(await whois(ada)).toMatchObject({ is_staff: false });
    const pressed = await ada.press('/account/staff', { token });
    expect([pressed.status, pressed.headers.location]).toEqual([303, 'http://localhost:3000/account']);
    expect(await whois(ada)).toMatchObject({ is_staff: true });
    expect((await eve.press('/account/staff', { token })).status).toBe(400);
    expect(await whois(eve)).toMatchObject({ is_staff: false });
  });

  test('does nothing for who is not signed in, for another token, or from another site', async () => {
    const { app, token } = await offered();
    expect((await browser(app.app).press('/account/staff', { token })).status).toBe(401);
    const who = await signedIn(app, 'ada@example.com');
    expect((await who.press('/account/staff', { token: `${token}x` })).status).toBe(400);
    expect((await who.press('/account/staff', {})).status).toBe(400);
    const foreign = await who.call('POST', '/account/staff', undefined, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(await whois(who)).toMatchObject({ is_staff: false });
  });

  test('keeps the link’s hash only, and the link ends after a day', async () => {
    const { app, token } = await offered();
    const { rows } = await sql<{ ends_at: string }>`select * from account_staff_links`.execute(app.database.db);
    expect(JSON.stringify(rows)).not.toContain(token);
    const hours = (Date.parse(rows[0]?.ends_at ?? '') - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    await sql`update account_staff_links set ends_at = ${new Date(Date.now() - 1).toISOString()}`.execute(
      app.database.db,
    );
    const who = await signedIn(app, 'ada@example.com');
    expect((await who.press('/account/staff', { token })).status).toBe(400);
  });

  test('says nothing where the configuration names somebody', async () => {
    const { app, said } = await start([root]);
    await app.app.listen({ port: 0, host: '127.0.0.1' });
    const who = await signedIn(app, root);
    expect([await whois(who), said]).toMatchObject([{ is_staff: true }, []]);
  });
});

describe('staff', () => {
  test('is listed, added by address and removed; what it may ends at once', async () => {
    const { app } = await start([root]);
    const [boss, ada] = [await signedIn(app, root), await signedIn(app, 'ada@example.com')];
    expect((await ada.call('GET', '/api/v1/staff')).status).toBe(403);
    const added = await boss.call('POST', '/api/v1/staff', { email: 'Ada@Example.com' });
    expect([added.status, added.json()]).toMatchObject([201, { email: 'ada@example.com', is_configured: false }]);
    const listed = await ada.call('GET', '/api/v1/staff');
    expect(listed.json()).toMatchObject({
      data: [
        { email: root, is_configured: true, since: null },
        { email: 'ada@example.com', is_configured: false },
      ],
    });
    const { id } = await whois(ada);
    expect((await boss.call('DELETE', `/api/v1/staff/${id}`)).status).toBe(204);
    expect((await ada.call('GET', '/api/v1/staff')).status).toBe(403);
    expect((await boss.call('DELETE', `/api/v1/staff/${id}`)).status).toBe(404);
  });

  test('is nobody without a confirmed address', async () => {
    const { app } = await start([root]);
    const boss = await signedIn(app, root);
    const mallory = { name: 'Mallory', email: 'mallory@example.com', password: 'a long and unusual sentence' };
    await browser(app.app).call('POST', '/api/v1/accounts', mallory);
    for (const email of [mallory.email, 'nobody@example.com']) {
      expect((await boss.call('POST', '/api/v1/staff', { email })).status).toBe(404);
    }
  });

  test('of the configuration is not removed here', async () => {
    const { app } = await start([root]);
    const boss = await signedIn(app, root);
    expect((await boss.call('DELETE', `/api/v1/staff/${(await whois(boss)).id}`)).status).toBe(409);
  });

  test('does not remove itself as the last', async () => {
    const { app } = await start();
    const [ada, bob] = [await signedIn(app, 'ada@example.com'), await signedIn(app, 'bob@example.com')];
    const id = (await whois(ada)).id;
    await sql`insert into account_staff values (${id}, ${id}, ${new Date().toISOString()})`.execute(app.database.db);
    expect((await ada.call('DELETE', `/api/v1/staff/${id}`)).status).toBe(409);
    expect((await ada.call('POST', '/api/v1/staff', { email: 'bob@example.com' })).status).toBe(201);
    expect((await ada.call('DELETE', `/api/v1/staff/${id}`)).status).toBe(204);
    expect([await whois(ada), await whois(bob)]).toMatchObject([{ is_staff: false }, { is_staff: true }]);
  });
});
