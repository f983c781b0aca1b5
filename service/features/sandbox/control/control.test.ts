import { describe, expect, test } from 'vitest';
import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { sandboxMigrations } from '../migrations.ts';
import { type ControlledSandbox, startControl } from './control.fixture.ts';

const offers = '/credential-offers';

describeOnBothDatabases('a sandbox as a whole', (open) => {
  const start = async () => startControl(await open(sandboxMigrations));
  const itemsOf = async (sandbox: ControlledSandbox, template: string, as?: string): Promise<number> => {
    const { body } = await sandbox.call('GET', '', undefined, as);
    return body.collections.find(({ path }) => path === template)?.items ?? Number.NaN;
  };

  describe('the overview', () => {
    test('counts a fresh sandbox as the contract shows it, and says that nobody changed it', async () => {
      const sandbox = await start();
      const { status, body } = await sandbox.call('GET', '');
      expect(status).toBe(200);
      expect(body).toMatchObject({ api: 'cardea', version: 'v2', bytes: 0, has_examples: true, changed_at: null });
      expect(body.clock).toEqual({
        now: '2026-11-21T09:00:00.000Z',
        real_now: '2026-11-21T09:00:00.000Z',
        offset: 'PT0S',
      });
      const listed = await sandbox.ids(offers);
      expect(body.collections).toContainEqual({
        path: offers,
        operation: 'listCredentialOffers',
        items: listed.length,
      });
      expect(body.items).toBe(body.collections.reduce((sum, { items }) => sum + items, 0));
    });

    test('follows what is created and removed, the examples too, in the own sandbox only', async () => {
      const sandbox = await start();
      const before = await itemsOf(sandbox, offers);
      const [example = ''] = await sandbox.ids(offers);
      await sandbox.put(offers, { id: 'off_a' });
      await sandbox.put(offers, { id: 'off_b' });
      await sandbox.put(offers, { id: 'off_a', changed: true });
      expect(await itemsOf(sandbox, offers)).toBe(before + 2);
      await sandbox.remove(offers, 'off_a');
      await sandbox.remove(offers, example);
      expect(await itemsOf(sandbox, offers)).toBe(before);
      const { body } = await sandbox.call('GET', '');
      expect(body.bytes).toBe('{"id":"off_b"}'.length);
      expect(body.changed_at).toBe('2026-11-21T09:00:00.000Z');
      expect(await itemsOf(sandbox, offers, 'org_2')).toBe(before);
    });

    test('is not for a live key, nor of an API that has no sandbox', async () => {
      const sandbox = await start();
      const live = await sandbox.call('GET', '', undefined, 'live');
      expect([live.status, live.body.type]).toEqual([403, '/docs/errors/environment-unavailable']);
      const none = await sandbox.call('GET', '/../v9');
      expect([none.status, none.body.type]).toEqual([404, '/docs/errors/api-not-found']);
    });
  });

  describe('reset', () => {
    test('leaves the examples, and can be undone', async () => {
      const sandbox = await start();
      const fresh = await sandbox.ids(offers);
      await sandbox.put(offers, { id: 'off_a' });
      await sandbox.remove(offers, fresh[0] ?? '');
      const held = await sandbox.ids(offers);
      await sandbox.call('PUT', '/clock', { advance: 'P1D' });
      const { status, body } = await sandbox.call('POST', '/reset');
      expect(status).toBe(200);
      expect(body.clock.offset).toBe('PT0S');
      expect(body.snapshots[0]).toMatchObject({ id: body.undo, reason: 'before-reset' });
      expect(await sandbox.ids(offers)).toEqual(fresh);
      const undone = await sandbox.call('POST', `/snapshots/${body.undo}/restore`);
      expect(undone.body.clock.offset).toBe('P1D');
      expect(await sandbox.ids(offers)).toEqual(held);
    });

    test('to nothing leaves nothing, and what is created then is all there is', async () => {
      const sandbox = await start();
      const { body } = await sandbox.call('POST', '/reset', { to: 'empty' });
      expect(body).toMatchObject({ items: 0, has_examples: false });
      await sandbox.put(offers, { id: 'off_a' });
      expect(await sandbox.ids(offers)).toEqual(['off_a']);
    });

    test('keeps the latest five of what it took away', async () => {
      const sandbox = await start();
      for (let n = 0; n < 7; n += 1) await sandbox.call('POST', '/reset');
      const { body } = await sandbox.call('GET', '/snapshots');
      expect(body.data).toHaveLength(5);
    });

    test('50 resets and writes at once leave a state that one of their orders leads to', async () => {
      const sandbox = await start();
      await Promise.all(
        Array.from({ length: 50 }, async (_, n) => {
          if (n % 5 === 0) expect((await sandbox.call('POST', '/reset', { to: 'empty' })).status).toBe(200);
          else await sandbox.put(offers, { id: `off_${n}` });
        }),
      );
      const ids = await sandbox.ids(offers);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await itemsOf(sandbox, offers)).toBe(ids.length);
      const { body } = await sandbox.call('GET', '');
      const perSnapshot = body.snapshots.map(({ items }) => items);
      expect(Math.max(...perSnapshot)).toBeLessThanOrEqual(40);
      await sandbox.put(offers, { id: 'off_last' });
      expect(await sandbox.ids(offers)).toEqual(['off_last', ...ids]);
    });
  });

  describe('snapshots', () => {
    test('keep state and clock as they were, whatever happens afterwards', async () => {
      const sandbox = await start();
      await sandbox.put(offers, { id: 'off_a', n: 1 });
      await sandbox.call('PUT', '/clock', { at: '2027-01-01T00:00:00Z' });
      const held = await sandbox.ids(offers);
      const taken = await sandbox.call('POST', '/snapshots', { name: 'One offer' });
      expect(taken.status).toBe(201);
      expect(taken.body).toMatchObject({ name: 'One offer', reason: 'taken', now: '2027-01-01T00:00:00.000Z' });
      await sandbox.put(offers, { id: 'off_a', n: 2 });
      await sandbox.put(offers, { id: 'off_b' });
      for (let n = 0; n < 2; n += 1) {
        const { body } = await sandbox.call('POST', `/snapshots/${taken.body.id}/restore`);
        expect(body.clock.now).toBe('2027-01-01T00:00:00.000Z');
        expect(await sandbox.ids(offers)).toEqual(held);
        await sandbox.remove(offers, 'off_a');
      }
      const { body } = await sandbox.call('GET', '');
      expect(body.items).toBe(taken.body.items - 1);
    });

    test('of more than one piece are whole, and so is their restore', async () => {
      const sandbox = await start();
      await sandbox.call('POST', '/seed', { replace: true, generate: { [offers]: 4500 } });
      const { body: taken } = await sandbox.call('POST', '/snapshots', { name: 'Many' });
      expect(taken.items).toBe(4500);
      await sandbox.call('POST', '/reset', { to: 'empty' });
      const { body } = await sandbox.call('POST', `/snapshots/${taken.id}/restore`);
      expect(body.items).toBe(4500);
      expect(await sandbox.ids(offers)).toHaveLength(100);
    });

    test('of another organization are not there', async () => {
      const sandbox = await start();
      const { body } = await sandbox.call('POST', '/snapshots', { name: 'Mine' });
      for (const [method, path] of [
        ['POST', `/snapshots/${body.id}/restore`],
        ['DELETE', `/snapshots/${body.id}`],
      ] as const) {
        const answer = await sandbox.call(method, path, undefined, 'org_2');
        expect([answer.status, answer.body.type]).toEqual([404, '/docs/errors/not-found']);
      }
      expect((await sandbox.call('DELETE', `/snapshots/${body.id}`)).status).toBe(204);
      expect((await sandbox.call('DELETE', `/snapshots/${body.id}`)).status).toBe(404);
    });

    test('are twenty at most, however many are asked for at once', async () => {
      const sandbox = await start();
      const take = () => sandbox.call('POST', '/snapshots', { name: 'One more' });
      const answers = await Promise.all(Array.from({ length: 25 }, take));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
      const refused = answers.find(({ status }) => status !== 201);
      expect([refused?.status, refused?.body.type]).toEqual([409, '/docs/errors/sandbox-full']);
      const { body } = await sandbox.call('GET', '/snapshots');
      await sandbox.call('DELETE', `/snapshots/${body.data[0]?.id}`);
      expect((await take()).status).toBe(201);
    });
  });

  describe('seeds', () => {
    test('an export, put into an emptied sandbox, is the same state', async () => {
      const sandbox = await start();
      await sandbox.call('POST', '/seed', { generate: { [offers]: 3 } });
      const before = { ids: await sandbox.ids(offers), export: await sandbox.exported() };
      await sandbox.call('POST', '/reset', { to: 'empty' });
      const { status, body } = await sandbox.call('POST', '/seed', before.export);
      expect(status).toBe(200);
      expect(body.items).toBe(Object.values(before.export.items).reduce((sum, { length }) => sum + length, 0));
      expect(await sandbox.ids(offers)).toEqual(before.ids);
      expect((await sandbox.exported()).items).toEqual(before.export.items);
    });

    test('names each bad item, and writes none', async () => {
      const sandbox = await start();
      const { items } = await sandbox.exported();
      const [good] = items[offers] ?? [];
      const { status, body } = await sandbox.call('POST', '/seed', {
        items: {
          [offers]: [
            { ...good, id: 'off_new' },
            { ...good, status: 'eaten' },
          ],
          '/nowhere': [{}],
        },
      });
      expect([status, body.type]).toEqual([400, '/docs/errors/request-invalid']);
      expect(body.errors.map(({ at }) => at)).toEqual(
        expect.arrayContaining(['/items/~1credential-offers/1/status', '/items/~1nowhere']),
      );
      expect(await sandbox.ids(offers)).toEqual(items[offers]?.map(({ id }) => id));
    });

    test('generated items are as the contract says, and a minute apart', async () => {
      const sandbox = await start();
      const { body } = await sandbox.call('POST', '/seed', { replace: true, generate: { [offers]: 5 } });
      expect(body).toMatchObject({ items: 5, has_examples: false });
      const exported = await sandbox.exported();
      const times = (exported.items[offers] ?? []).map(({ created_at: at }) => Date.parse(String(at)));
      expect(times.map((time) => Number(times[0]) - time)).toEqual([0, 60_000, 120_000, 180_000, 240_000]);
      // What the sandbox takes back has passed its checks.
      expect((await sandbox.call('POST', '/seed', exported)).status).toBe(200);
    });

    test('the examples again are as they were, and nothing else is touched', async () => {
      const sandbox = await start();
      const fresh = await sandbox.ids(offers);
      await sandbox.remove(offers, fresh[0] ?? '');
      await sandbox.put(offers, { id: 'off_a' });
      await sandbox.put(offers, { id: fresh[1] ?? '', changed: true });
      await sandbox.call('POST', '/seed', { examples: true });
      expect(await sandbox.ids(offers)).toEqual(['off_a', ...fresh]);
      expect(await itemsOf(sandbox, offers)).toBe(fresh.length + 1);
      expect(JSON.stringify(await sandbox.exported())).not.toContain('changed');
    });

    test('items whose time comes later are looked at when the clock has come there', async () => {
      const sandbox = await start();
      await sandbox.call('POST', '/seed', { replace: true, generate: { [offers]: 3 } });
      const [offer] = (await sandbox.exported()).items[offers] ?? [];
      const pending = { ...offer, status: 'pending', expires_at: '2026-11-22T09:00:00Z' };
      await sandbox.call('POST', '/seed', { replace: true, items: { [offers]: [pending] } });
      await sandbox.call('PUT', '/clock', { advance: 'P2D' });
      expect((await sandbox.exported()).items[offers]?.[0]?.status).toBe('expired');
    });

    test('more than ten thousand items are refused', async () => {
      const sandbox = await start();
      const answer = await sandbox.call('POST', '/seed', { generate: { [offers]: 10_000, '/issuers': 1 } });
      expect([answer.status, answer.body.type]).toEqual([400, '/docs/errors/request-invalid']);
    });
  });

  describe('the clock', () => {
    test.each([
      [{ advance: 'P1D' }, '2026-11-22T09:00:00.000Z', 'P1D'],
      [{ advance: '-PT90M' }, '2026-11-21T07:30:00.000Z', '-PT1H30M'],
      [{ at: '2027-01-01T00:00:00+01:00' }, '2026-12-31T23:00:00.000Z', 'P40DT14H'],
      [{ offset: 'P1M' }, '2026-12-21T09:00:00.000Z', 'P30D'],
      [{ real: true }, '2026-11-21T09:00:00.000Z', 'PT0S'],
    ])('%j', async (change, now, offset) => {
      const sandbox = await start();
      const { status, body } = await sandbox.call('PUT', '/clock', change);
      expect([status, body.clock.now, body.clock.offset]).toEqual([200, now, offset]);
    });

    test('goes on from where it was set, and 50 advances at once are 50', async () => {
      const sandbox = await start();
      await Promise.all(Array.from({ length: 50 }, () => sandbox.call('PUT', '/clock', { advance: 'PT1H' })));
      sandbox.setNow('2026-11-21T10:00:00.000Z');
      const { body } = await sandbox.call('GET', '');
      expect(body.clock.now).toBe('2026-11-23T12:00:00.000Z');
    });

    test.each([[{ advance: 'tomorrow' }], [{ at: '2300-01-01T00:00:00Z' }], [{ advance: 'P1D', real: true }], [{}]])(
      'refuses %j',
      async (change) => {
        const sandbox = await start();
        expect((await sandbox.call('PUT', '/clock', change)).status).toBe(400);
        expect((await sandbox.call('GET', '')).body.clock.offset).toBe('PT0S');
      },
    );
  });

  test('what a guest left is gone after a week, with its snapshots and its clock', async () => {
    const sandbox = await start();
    const guest = 'org_guest_1';
    await sandbox.call('POST', '/snapshots', { name: 'Mine' }, guest);
    await sandbox.call('PUT', '/clock', { advance: 'P1D' }, guest);
    await sandbox.put(offers, { id: 'off_a' }, 'org_1');
    sandbox.setNow('2026-11-28T08:59:59.000Z');
    await sandbox.sandbox.forgetGuests();
    expect((await sandbox.call('GET', '', undefined, guest)).body.snapshots).toHaveLength(1);
    sandbox.setNow('2026-11-28T09:00:01.000Z');
    await sandbox.sandbox.forgetGuests();
    const { body } = await sandbox.call('GET', '', undefined, guest);
    expect(body).toMatchObject({ snapshots: [], changed_at: null, clock: { offset: 'PT0S' } });
    expect(await sandbox.ids(offers, 'org_1')).toContain('off_a');
  });
});
