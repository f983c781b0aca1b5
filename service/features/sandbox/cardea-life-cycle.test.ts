import { describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { sandboxMigrations } from './migrations.ts';
import { playedSandbox } from './played.fixture.ts';
import type { Item } from './state.ts';
import type { StateChange } from './witness.ts';

const diplomaType = 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0';
const claims = { kind: 'diploma', degree: 'MSc', field_of_study: 'Navigation', awarded_on: '2026-06-12' };
const holder = { name: 'Ada Lindqvist', email: 'ada@students.halden.example', reference: 'S-1' };
const diploma = { credential_type_id: diplomaType, holder, claims };
const active = 'crd_01k9za1b2c3d4e5f6g7h8j9k0m';

/** What Cardea's contract says with `x-sandbox`, as an integrator meets it. */
describeOnBothDatabases('the life cycle of a credential', (open) => {
  const v2 = async (told: StateChange[] = []) =>
    playedSandbox(await open(sandboxMigrations), 'openapi/cardea/v2.yaml', {
      attends: () => true,
      refusal: () => null,
      witness: async ({ outcome, changes }) => {
        told.push(...changes);
        return outcome;
      },
      timePassed: async ({ changes }) => void told.push(...changes),
    });
  const itemsOf = (body: Item) => body.data as Item[];

  test('an offer is cancelled once, and then it does not change', async () => {
    const { call } = await v2();
    const { body: offer } = await call('post', '/credential-offers', diploma);
    const path = `/credential-offers/${String(offer.id)}`;
    expect((await call('post', `${path}/cancel`)).body.status).toBe('cancelled');
    const again = await call('post', `${path}/cancel`);
    expect([again.status, again.body.detail]).toEqual([
      409,
      'The offer is cancelled. Only a pending offer can change.',
    ]);
    expect(again.body.type).toBe('/docs/errors#offer-not-pending');
    expect((await call('patch', path, { metadata: { a: 'b' } })).status).toBe(409);
    expect((await call('get', path)).body.metadata).toBeUndefined();
  });

  test('an offer ends after 30 days, or when it says', async () => {
    const { call, clock } = await v2();
    const { body: month } = await call('post', '/credential-offers', diploma);
    expect(month.expires_at).toBe('2026-12-21T12:00:00Z');
    const { body: day } = await call('post', '/credential-offers', { ...diploma, expires_at: '2026-11-22T12:00:00Z' });
    const statuses = async () => {
      const { body } = await call('get', '/credential-offers?limit=100');
      return [day, month].map(({ id }) => itemsOf(body).find((one) => one.id === id)?.status);
    };
    clock.advance(86_399);
    expect(await statuses()).toEqual(['pending', 'pending']);
    clock.advance(1);
    expect(await statuses()).toEqual(['expired', 'pending']);
    const refused = await call('post', `/credential-offers/${String(day.id)}/cancel`);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'The offer is expired. Only a pending offer can change.',
    ]);
    expect(itemsOf((await call('get', '/credential-offers?status=expired')).body).map(({ id }) => id)).toEqual([
      day.id,
    ]);
  });

  test('more time given is more time had', async () => {
    const { call, clock } = await v2();
    const { body: offer } = await call('post', '/credential-offers', diploma);
    const path = `/credential-offers/${String(offer.id)}`;
    expect((await call('patch', path, { expires_at: '2026-11-01T00:00:00Z' })).status).toBe(422);
    await call('patch', path, { expires_at: '2027-03-31T22:59:59Z' });
    clock.advance(40 * 86_400);
    expect((await call('get', path)).body.status).toBe('pending');
  });

  test('examples expire with the clock, too, and tell of it once', async () => {
    const told: StateChange[] = [];
    const { call, clock } = await v2(told);
    clock.advance(60 * 86_400);
    const { body } = await call('get', '/credential-offers/off_01k9z6w3e8q2r4t6y8m0n3p5s7');
    expect([body.status, body.updated_at]).toEqual(['expired', '2026-12-31T22:59:59Z']);
    await call('get', '/credential-offers');
    const events = told.flatMap(({ place, after }) => (place.key === '/events' && after ? [after] : []));
    expect(events.map(({ type }) => type)).toEqual(['offer.expired', 'offer.expired']);
    expect(new Set(events.map(({ data }) => (data as Item).offer_id)).size).toBe(2);
  });

  test('a holder who accepts gets the credential, and both are told in the order of what happened', async () => {
    const told: StateChange[] = [];
    const { call, clock } = await v2(told);
    const eager = { ...diploma, holder: { ...holder, email: 'accepts@holder.example' }, metadata: { cohort: 'a' } };
    const { body: offer } = await call('post', '/credential-offers', eager);
    const path = `/credential-offers/${String(offer.id)}`;
    expect(offer.status).toBe('pending');
    clock.advance(5);
    const accepted = (await call('get', path)).body;
    expect(accepted).toMatchObject({ status: 'accepted', updated_at: '2026-11-21T12:00:05Z' });
    const credential = (await call('get', `/credentials/${String(accepted.credential_id)}`)).body;
    expect(credential).toMatchObject({
      status: 'active',
      status_reason: null,
      credential_type_id: diplomaType,
      offer_id: offer.id,
      holder_name: 'Ada Lindqvist',
      claims,
      metadata: { cohort: 'a' },
      issued_at: '2026-11-21T12:00:05Z',
      expires_at: '2036-11-18T12:00:05Z',
    });
    expect(credential.wallet_id).toMatch(/^wal_[0-9a-z]{26}$/);
    const events = itemsOf((await call('get', '/events')).body).slice(0, 2);
    expect(events).toMatchObject([
      { type: 'credential.issued', timestamp: '2026-11-21T12:00:05Z', data: { credential_id: credential.id } },
      { type: 'offer.accepted', data: { offer_id: offer.id, credential_id: credential.id, holder_reference: 'S-1' } },
    ]);
    expect(told.filter(({ place }) => place.key === '/events').map(({ after }) => after?.id)).toEqual(
      events.map(({ id }) => id).reverse(),
    );
    clock.advance(3650 * 86_400);
    expect((await call('get', `/credentials/${String(credential.id)}`)).body.status).toBe('expired');
  });

  test('a holder may decline', async () => {
    const { call, clock } = await v2();
    const reluctant = { ...diploma, holder: { ...holder, email: 'declines@holder.example' } };
    const { body: offer } = await call('post', '/credential-offers', reluctant);
    clock.advance(6);
    expect((await call('get', `/credential-offers/${String(offer.id)}`)).body.status).toBe('declined');
    expect(itemsOf((await call('get', '/events?type=offer.declined')).body)).toHaveLength(1);
  });

  test('suspend, reinstate and revoke go where the status allows it, each with its event', async () => {
    const { call } = await v2();
    const act = async (verb: string, body?: Item) => {
      const answer = await call('post', `/credentials/${active}/${verb}`, body);
      return answer.status === 200 ? answer.body.status : [answer.status, answer.body.detail];
    };
    const lost = { status_reason: 'device_lost' };
    expect(await act('reinstate')).toEqual([
      409,
      'The credential is active. Only a suspended credential can be reinstated.',
    ]);
    expect(await act('suspend', lost)).toBe('suspended');
    expect(await act('suspend', lost)).toEqual([
      409,
      'The credential is suspended. Only an active credential can be suspended.',
    ]);
    expect(await act('reinstate')).toBe('active');
    expect((await call('get', `/credentials/${active}`)).body.status_reason).toBeNull();
    expect(await act('revoke', { status_reason: 'misuse' })).toBe('revoked');
    const final = [409, 'The credential is revoked, which is final. Create a new offer.'];
    expect(await act('revoke', { status_reason: 'misuse' })).toEqual(final);
    expect((await call('patch', `/credentials/${active}`, { metadata: { a: 'b' } })).status).toBe(409);
    const told = itemsOf((await call('get', '/events?limit=3')).body);
    expect(told.map(({ type, data }) => [type, (data as Item).status_reason])).toEqual([
      ['credential.revoked', 'misuse'],
      ['credential.reinstated', null],
      ['credential.suspended', 'device_lost'],
    ]);
  });

  describe('is refused with 422, and nothing is made', () => {
    test.each([
      [
        'claims of another kind',
        { ...diploma, credential_type_id: 'typ_01k8p3b1b2c3d4e5f6g7h8j9k1' },
        'The credential type is of kind employee_badge, the claims are of kind diploma.',
        '/docs/errors#claims-mismatch',
      ],
      [
        'an end that has passed',
        { ...diploma, expires_at: '2026-11-20T12:00:00Z' },
        'expires_at is 2026-11-20T12:00:00Z; it must be in the future, and at most 365 days ahead.',
        '/docs/errors#expiry-out-of-range',
      ],
      [
        'a type that is not there',
        { ...diploma, credential_type_id: 'typ_01k8p3z1b2c3d4e5f6g7h8j9k0' },
        'credential_type_id is "typ_01k8p3z1b2c3d4e5f6g7h8j9k0", which is not there: /credential-types has no such item.',
        '/docs/errors#type-unknown',
      ],
    ])('an offer with %s', async (_name, offer, detail, type) => {
      const { call } = await v2();
      const before = itemsOf((await call('get', '/credential-offers?limit=100')).body).length;
      const refused = await call('post', '/credential-offers', offer);
      expect([refused.status, refused.body.detail, refused.body.type]).toEqual([422, detail, type]);
      expect(itemsOf((await call('get', '/credential-offers?limit=100')).body)).toHaveLength(before);
    });

    test('an offer of an archived type', async () => {
      const { call } = await v2();
      await call('patch', `/credential-types/${diplomaType}`, { archived: true });
      const refused = await call('post', '/credential-offers', diploma);
      expect([refused.status, refused.body.type]).toEqual([422, '/docs/errors#type-archived']);
    });

    test('a name that another type has', async () => {
      const { call } = await v2();
      const type = { name: 'Diploma of 2026', kind: 'diploma', card: { background_color: '#0c1a27' } };
      const { status, body } = await call('post', '/credential-types', type);
      expect(status).toBe(201);
      const refused = await call('post', '/credential-types', type);
      expect([refused.status, refused.body.type]).toEqual([422, '/docs/errors#name-taken']);
      const path = `/credential-types/${String(body.id)}`;
      expect((await call('patch', path, { name: 'University diploma' })).status).toBe(422);
      expect((await call('patch', path, { name: type.name, valid_for_days: 3 })).status).toBe(200);
    });
  });

  test('a type of which something was issued stays', async () => {
    const { call } = await v2();
    const used = await call('delete', `/credential-types/${diplomaType}`);
    expect([used.status, used.body.type]).toEqual([409, '/docs/errors#type-in-use']);
    const type = { name: 'Unused', kind: 'custom', card: { background_color: '#0c1a27' } };
    const { body } = await call('post', '/credential-types', type);
    expect((await call('delete', `/credential-types/${String(body.id)}`)).status).toBe(204);
  });

  test('v1: a credential is over when its last day has passed, and its type must be there', async () => {
    const { call, clock } = await playedSandbox(await open(sandboxMigrations), 'openapi/cardea/v1.yaml');
    const credential = { type: 12, recipient_email: 'a@b.example', recipient_name: 'Ada', attributes: {} };
    const { body } = await call('post', '/credentials', { ...credential, valid_until: '2026-11-22' });
    const path = `/credentials/${String(body.id)}`;
    clock.advance(86_400);
    expect((await call('get', path)).body.state).toBe('ok');
    clock.advance(86_400);
    expect((await call('get', path)).body.state).toBe('over');
    expect((await call('post', '/credentials', { ...credential, type: 999 })).status).toBe(400);
  });
});
