import { sql } from 'kysely';
import { getMigrations } from 'better-auth/db/migration';
import { beforeEach, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import type { Database } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Mail } from '../../../platform/mail/index.ts';
import { accountsMigrations } from '../migrations.ts';
import { type Auth, createAuth } from './auth.ts';
import { letters } from './letters.ts';

const ada = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' };

describeOnBothDatabases('the library of accounts', (open) => {
  let database: Database;
  let auth: Auth;
  let mails: Mail[];
  const times = { confirmHours: 24, linkMinutes: 15 };

  beforeEach(async () => {
    database = await open(accountsMigrations);
    mails = [];
    auth = await createAuth({
      database,
      secret: Buffer.alloc(32, 3),
      origin: 'https://portal.example',
      newId,
      letters: letters({
        portal: 'Cardea',
        service: 'https://portal.example',
        site: 'https://portal.example',
        times,
        send: async (mail) => void mails.push(mail),
      }),
      isSignUpOpen: true,
      admits: async () => true,
      providers: [],
      note: async () => undefined,
      log: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    });
  });

  const tokenOf = (mail: Mail | undefined) => decodeURIComponent(/token=([^\s&]+)/.exec(mail?.text ?? '')?.[1] ?? '');

  test('finds every table and column that it expects', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  });

  test('a person signs up, confirms the address, and has a session in a cookie of this host only', async () => {
    await auth.api.signUpEmail({ body: ada });
    await expect(auth.api.signInEmail({ body: ada })).rejects.toMatchObject({ statusCode: 403 });
    const confirmed = await auth.api.verifyEmail({ query: { token: tokenOf(mails[0]) }, asResponse: true });
    const cookie = confirmed.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-portolan_session=[^;]+;.*Path=\/; HttpOnly; Secure; SameSite=Lax/i);
    expect(cookie).not.toContain('Domain');
    const session = await auth.api.getSession({ headers: new Headers({ cookie: cookie.split(';')[0] ?? '' }) });
    expect(session?.user).toMatchObject({ name: 'Ada', email: 'ada@example.com', emailVerified: true });
    expect(session?.user.id).toMatch(/^per_/);
  });

  test('who signs up with an address that is taken is told the same, and its owner gets a letter', async () => {
    const first = await auth.api.signUpEmail({ body: ada });
    await auth.api.verifyEmail({ query: { token: tokenOf(mails[0]) } });
    const second = await auth.api.signUpEmail({ body: { ...ada, name: 'Eve', password: 'another password' } });
    expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
    expect(mails.at(-1)).toMatchObject({ to: ada.email, subject: 'You already have an account with Cardea' });
    await expect(auth.api.signInEmail({ body: { ...ada, password: 'another password' } })).rejects.toMatchObject({
      statusCode: 401,
    });
  });

  test('a link to sign in works once, and the database does not hold it', async () => {
    await auth.api.signInMagicLink({ body: { email: ada.email, name: 'Ada' }, headers: new Headers() });
    const token = tokenOf(mails[0]);
    const { rows } = await sql`select * from account_verifications`.execute(database.db);
    expect(JSON.stringify(rows)).not.toContain(token);
    const use = () => auth.api.magicLinkVerify({ query: { token }, headers: new Headers() });
    await expect(use()).resolves.toMatchObject({ user: { email: ada.email, emailVerified: true } });
    await expect(use()).rejects.toBeDefined();
  });

  test('passwords are kept hashed', async () => {
    await auth.api.signUpEmail({ body: ada });
    const { rows } = await sql`select * from account_identities`.execute(database.db);
    expect(JSON.stringify(rows)).not.toContain(ada.password);
  });

  test('an organization has an owner, and only a person with the invited, confirmed address joins it', async () => {
    const cookies = async (email: string) => {
      await auth.api.signInMagicLink({ body: { email, name: email }, headers: new Headers() });
      const answer = await auth.api.magicLinkVerify({
        query: { token: tokenOf(mails.at(-1)) },
        headers: new Headers(),
        asResponse: true,
      });
      return new Headers({ cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
    };
    const owner = await cookies('owner@example.com');
    const made = await auth.api.createOrganization({ body: { name: 'Uni', slug: 'uni' }, headers: owner });
    expect(made?.id).toMatch(/^org_/);
    const invitation = await auth.api.createInvitation({
      body: { email: 'dev@example.com', role: 'developer', organizationId: made?.id ?? '' },
      headers: owner,
    });
    expect(mails.at(-1)).toMatchObject({ to: 'dev@example.com', subject: 'Join Uni on Cardea' });
    const accept = { body: { invitationId: invitation.id } };
    const eve = await cookies('eve@example.com');
    await expect(auth.api.acceptInvitation({ ...accept, headers: eve })).rejects.toMatchObject({ statusCode: 403 });
    const dev = await cookies('dev@example.com');
    await auth.api.acceptInvitation({ ...accept, headers: dev });
    await expect(auth.api.acceptInvitation({ ...accept, headers: dev })).rejects.toMatchObject({ statusCode: 400 });
    await expect(
      auth.api.createInvitation({
        body: { email: 'x@example.com', role: 'owner', organizationId: made?.id ?? '' },
        headers: dev,
      }),
    ).rejects.toMatchObject({ statusCode: 403 });
  });
});
