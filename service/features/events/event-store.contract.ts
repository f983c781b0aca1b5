import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeDates } from './change-dates.ts';
import type { EventWords } from './calendar-event.ts';
import type { EventStore } from './event-store.ts';
import { officeHours } from './events.fixture.ts';
import { planDates } from './plan-dates.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const later = new Date('2026-11-22T09:00:00.000Z');
const quiet = async () => undefined;
const comer = (name: string) => ({ name, email: `${name}@example.com` });

/** What every store of events promises; `clear` empties it. */
export function eventStoreContract(open: () => Promise<{ store: EventStore; clear(): Promise<unknown> }>): void {
  let opened: Awaited<ReturnType<typeof open>>;
  let store: EventStore;
  beforeAll(async () => {
    opened = await open();
    ({ store } = opened);
  });
  beforeEach(() => opened.clear());

  async function hold(change: Partial<EventWords> = {}) {
    const words = { ...officeHours, ...change };
    const event = await store.add(words, planDates(words), 'per_staff', now);
    const dates = await store.datesOf([event.id]);
    return { event, words, dates, first: dates[0]?.date.id ?? '' };
  }
  const come = (date: string, name: string, at = now) => store.signUp(date, comer(name), at, quiet);
  const names = async (date: string) => (await store.attendees(date)).map(({ name, state }) => `${name} ${state}`);
  const rewrite = (event: string, words: EventWords, at: Date, tell: Parameters<EventStore['change']>[4]) =>
    store.change(event, words, at, (_, dates) => ({ ...changeDates(dates, planDates(words), at), isTold: true }), tell);

  describe('an event', () => {
    test('is found as it was written, with its dates in order', async () => {
      const { event, words, dates } = await hold({ repeats: 'weekly', until: '2026-12-15', capacity: null });
      expect(await store.find(event.id)).toEqual({
        ...{ ...words, id: event.id, createdBy: 'per_staff', createdAt: now, updatedAt: now, cancelledAt: null },
      });
      expect(dates.map(({ date }) => date.startsAt.toISOString().slice(0, 10))).toEqual([
        '2026-12-01',
        '2026-12-08',
        '2026-12-15',
      ]);
      expect(await store.find('evt_none')).toBeNull();
      expect(await store.findDate('evd_none')).toBeNull();
    });

    test('is listed by what is to come, the next one first, and by what is over, the latest first', async () => {
      const { dates } = await hold({ repeats: 'weekly', until: '2026-12-15' });
      const ids = dates.map(({ date }) => date.id);
      const between = dates[1]?.date.endsAt ?? now;
      const list = async (isPast: boolean) =>
        (await store.list({ now: between, isPast, most: 10 })).map(({ date }) => date.id);
      expect([await list(false), await list(true)]).toEqual([[ids[2]], [ids[1], ids[0]]]);
    });
  });

  describe('signing up', () => {
    test('gives as many places as there are, however many come at once, and has the others wait', async () => {
      const { first } = await hold({ capacity: 7 });
      const outcomes = await Promise.all(Array.from({ length: 50 }, (_, at) => come(first, `n${at}`)));
      const states = outcomes.map((outcome) => outcome.kind === 'signed-up' && outcome.attendee.state);
      expect(states.filter((state) => state === 'going')).toHaveLength(7);
      expect(states.filter((state) => state === 'waiting')).toHaveLength(43);
      expect(await store.findDate(first)).toMatchObject({ going: 7, waiting: 43 });
    });

    test('is done once for an address, however often and by however many it is sent', async () => {
      const { first } = await hold({ capacity: 1 });
      let told = 0;
      const send = () => store.signUp(first, comer('ada'), now, async () => void (told += 1));
      await Promise.all(Array.from({ length: 10 }, send));
      expect([await names(first), told]).toEqual([['ada going'], 1]);
    });

    test('is undone where whoever comes cannot be told', async () => {
      const { first } = await hold();
      const failing = store.signUp(first, comer('ada'), now, () => Promise.reject(new Error('no outbox')));
      await expect(failing).rejects.toThrow('no outbox');
      expect(await names(first)).toEqual([]);
    });

    test('is closed where it has begun or was cancelled, and unknown where there is no such date', async () => {
      const { first, event, dates } = await hold();
      expect(await come(first, 'late', dates[0]?.date.startsAt)).toEqual({ kind: 'closed' });
      expect(await come('evd_none', 'ada')).toEqual({ kind: 'unknown' });
      await store.cancel({ event: event.id }, now, quiet);
      expect(await come(first, 'ada')).toEqual({ kind: 'closed' });
    });

    test('knows who waits before somebody', async () => {
      const { first } = await hold({ capacity: 1 });
      for (const name of ['ada', 'bob', 'eve']) await come(first, name);
      const eve = (await store.attendances('eve@example.com', [first])).get(first);
      expect(eve && (await store.waitingBefore(eve))).toBe(1);
      expect((await store.attendances('nobody@example.com', [first])).size).toBe(0);
    });
  });

  describe('leaving', () => {
    test('gives the place to who waits longest, once, however many leave at once', async () => {
      const { first } = await hold({ capacity: 2 });
      for (const name of ['ada', 'bob', 'eve', 'joe', 'kim']) await come(first, name);
      const promoted: string[] = [];
      const go = (name: string) =>
        store.leave(first, `${name}@example.com`, now, async (told) => {
          promoted.push(...told.promoted.attendees.map((each) => each.name));
        });
      expect(await Promise.all([go('ada'), go('bob'), go('ada')])).toEqual(expect.arrayContaining([true, true, false]));
      expect(promoted).toEqual(['eve', 'joe']);
      expect(await names(first)).toEqual(['eve going', 'joe going', 'kim waiting']);
    });

    test('of who waits gives nobody a place', async () => {
      const { first } = await hold({ capacity: 1 });
      for (const name of ['ada', 'bob', 'eve']) await come(first, name);
      await store.leave(first, 'bob@example.com', now, async ({ promoted }) => expect(promoted.attendees).toEqual([]));
      expect(await names(first)).toEqual(['ada going', 'eve waiting']);
    });
  });

  describe('a change', () => {
    test('moves what is to come, tells who is signed up, and makes the calendar’s sequence higher', async () => {
      const { event, words, first } = await hold();
      await come(first, 'ada');
      const moved = { ...words, starts: '2026-12-02T15:00' };
      const told: string[] = [];
      await rewrite(event.id, moved, later, async ({ changed }) => {
        told.push(...changed.dates.flatMap(({ attendees }) => attendees.map(({ name }) => name)));
      });
      const full = await store.findDate(first);
      expect(full?.date).toMatchObject({ sequence: 1, updatedAt: later, startsAt: new Date('2026-12-02T14:00:00Z') });
      expect([told, full?.going]).toEqual([['ada'], 1]);
    });

    test('gives new places to who waits', async () => {
      const { event, words, first } = await hold({ capacity: 1 });
      for (const name of ['ada', 'bob', 'eve']) await come(first, name);
      await rewrite(event.id, { ...words, capacity: 2 }, later, async ({ promoted }) =>
        expect(promoted.flatMap(({ attendees }) => attendees.map(({ name }) => name))).toEqual(['bob']),
      );
      expect(await names(first)).toEqual(['ada going', 'bob going', 'eve waiting']);
    });

    test('cancels dates that are no longer planned, and adds new ones', async () => {
      const { event, words } = await hold({ repeats: 'weekly', until: '2026-12-15' });
      await rewrite(event.id, { ...words, until: '2026-12-08' }, later, async ({ dropped }) =>
        expect(dropped.dates.map(({ date }) => date.position)).toEqual([2]),
      );
      await rewrite(event.id, { ...words, until: '2026-12-22' }, later, quiet);
      const dates = await store.datesOf([event.id]);
      expect(dates.map(({ date }) => date.cancelledAt === null)).toEqual([true, true, false, true]);
    });

    test('is not made to what is cancelled or not there', async () => {
      const { event, words } = await hold();
      await store.cancel({ event: event.id }, now, quiet);
      expect(await rewrite(event.id, words, later, quiet)).toBeNull();
      expect(await rewrite('evt_none', words, later, quiet)).toBeNull();
    });
  });

  describe('cancelling', () => {
    test('takes out one date and leaves the others', async () => {
      const { first, event } = await hold({ repeats: 'weekly', until: '2026-12-08' });
      await come(first, 'ada');
      let told: readonly string[] = [];
      expect(
        await store.cancel({ date: first }, later, async ({ dates }) => {
          told = dates.flatMap(({ date, attendees }) => [date.id, ...attendees.map(({ name }) => name)]);
        }),
      ).toBe(true);
      expect(told).toEqual([first, 'ada']);
      expect(await store.cancel({ date: first }, later, quiet)).toBe(false);
      const [cancelled, other] = await store.datesOf([event.id]);
      expect(cancelled?.date).toMatchObject({ cancelledAt: later, sequence: 1 });
      expect(other?.date).toMatchObject({ cancelledAt: null, sequence: 0 });
    });

    test('takes out all that is not over', async () => {
      const { event, dates } = await hold({ repeats: 'weekly', until: '2026-12-08' });
      const between = dates[0]?.date.endsAt ?? now;
      expect(await store.cancel({ event: event.id }, between, quiet)).toBe(true);
      expect(await store.cancel({ event: event.id }, between, quiet)).toBe(false);
      const after = await store.datesOf([event.id]);
      expect(after.map(({ date }) => date.cancelledAt)).toEqual([null, between]);
    });
  });

  describe('reminders', () => {
    const dayBefore = new Date('2026-11-30T14:00:00.000Z');
    const until = new Date('2026-12-01T14:00:00.000Z');
    const remind = async () => {
      const told: string[] = [];
      await store.remind(dayBefore, until, async ({ attendee }) => void told.push(attendee.name));
      return told;
    };

    test('go to each who has a place once, however many send them at once', async () => {
      const { first } = await hold({ capacity: 3 });
      for (const name of ['ada', 'bob', 'eve', 'waits']) await come(first, name);
      const told = await Promise.all([remind(), remind(), remind()]);
      expect(told.flat().toSorted()).toEqual(['ada', 'bob', 'eve']);
      expect(await remind()).toEqual([]);
    });

    test('go again where telling failed, as after a kill', async () => {
      const { first } = await hold();
      for (const name of ['ada', 'bob']) await come(first, name);
      const failing = store.remind(dayBefore, until, () => Promise.reject(new Error('killed')));
      await expect(failing).rejects.toThrow('killed');
      expect((await remind()).toSorted()).toEqual(['ada', 'bob']);
    });

    test('do not go to who signed up on that day, nor for what is far off, cancelled or begun', async () => {
      const { first } = await hold();
      await come(first, 'late', dayBefore);
      const cancelled = await hold();
      await come(cancelled.first, 'ada');
      await store.cancel({ event: cancelled.event.id }, now, quiet);
      const far = await hold({ starts: '2026-12-24T14:00' });
      await come(far.first, 'bob');
      expect(await remind()).toEqual([]);
    });

    test('go again for a date that was moved', async () => {
      const { event, words, first } = await hold();
      await come(first, 'ada');
      expect(await remind()).toEqual(['ada']);
      await rewrite(event.id, { ...words, starts: '2026-12-01T14:30' }, dayBefore, quiet);
      expect(await remind()).toEqual(['ada']);
    });
  });

  test('who came is forgotten after a while', async () => {
    const { first, dates } = await hold();
    await come(first, 'ada');
    const end = dates[0]?.date.endsAt ?? now;
    expect(await store.forget(end)).toBe(0);
    expect(await store.forget(new Date(end.getTime() + 1))).toBe(1);
    expect(await names(first)).toEqual([]);
  });
}
