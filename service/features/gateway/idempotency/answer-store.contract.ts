import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnswerStore, Ask } from './answer-store.ts';

const start = Date.parse('2026-11-21T12:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000);
const kept = { status: 201, headers: { location: '/a', link: ['<a>', '<b>'] }, body: Buffer.from([0, 255, 10]) };

/** What every store of first answers promises. */
export function answerStoreContract(open: () => Promise<AnswerStore>): void {
  let store: AnswerStore;
  let key = 0;
  beforeAll(async () => {
    store = await open();
  });
  const newPlace = () => ({ organization: 'org_a', api: 'a', version: 'v1', key: `k${(key += 1)}` });
  const ask = (difference: Partial<Ask> = {}): Ask => ({
    fingerprint: 'f',
    holder: 'h1',
    now: at(0),
    heldUntil: at(30),
    mayTakeOver: true,
    ...difference,
  });

  describe('a key', () => {
    test('is given to one of fifty who ask at once', async () => {
      const place = newPlace();
      const claims = await Promise.all(
        Array.from({ length: 50 }, () => store.claim(place, ask({ holder: randomUUID() }))),
      );
      const kinds = claims.map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['given', ...Array.from({ length: 49 }, () => 'under-way')]);
    });

    test('gives the first answer, bytes and headers as they were', async () => {
      const place = newPlace();
      await store.claim(place, ask());
      await store.settle(place, 'h1', kept);
      expect(await store.claim(place, ask({ holder: 'h2' }))).toEqual({ kind: 'answered', answer: kept });
    });

    test('is refused to another request, under way and answered', async () => {
      const place = newPlace();
      await store.claim(place, ask());
      expect(await store.claim(place, ask({ holder: 'h2', fingerprint: 'g' }))).toEqual({ kind: 'reused' });
      await store.settle(place, 'h1', kept);
      expect(await store.claim(place, ask({ holder: 'h2', fingerprint: 'g' }))).toEqual({ kind: 'reused' });
    });

    test('is of one organization, API and version', async () => {
      const place = newPlace();
      await store.claim(place, ask());
      for (const other of [{ organization: 'org_b' }, { api: 'b' }, { version: 'v2' }])
        expect(await store.claim({ ...place, ...other }, ask({ fingerprint: 'g' }))).toEqual({ kind: 'given' });
    });

    test('is free again when it is released, by its holder only', async () => {
      const place = newPlace();
      await store.claim(place, ask());
      await store.release(place, 'h2');
      expect(await store.claim(place, ask({ holder: 'h2' }))).toEqual({ kind: 'under-way' });
      await store.release(place, 'h1');
      expect(await store.claim(place, ask({ holder: 'h2', fingerprint: 'g' }))).toEqual({ kind: 'given' });
    });

    test('whose holder is gone may be taken over, with the same request and not with another', async () => {
      const place = newPlace();
      await store.claim(place, ask());
      const late = { holder: 'h2', now: at(31), heldUntil: at(61) };
      expect(await store.claim(place, ask({ ...late, fingerprint: 'g' }))).toEqual({ kind: 'reused' });
      expect(await store.claim(place, ask({ ...late, mayTakeOver: false }))).toEqual({ kind: 'unknown' });
      expect(await store.claim(place, ask(late))).toEqual({ kind: 'given' });
      await store.settle(place, 'h1', 'unknown');
      expect(await store.claim(place, ask({ ...late, holder: 'h3' }))).toEqual({ kind: 'under-way' });
    });

    test('is held as long as its holder holds on', async () => {
      const place = newPlace();
      await store.claim(place, ask());
      await store.holdOn(place, 'h1', at(60));
      expect(await store.claim(place, ask({ holder: 'h2', now: at(59) }))).toEqual({ kind: 'under-way' });
    });

    test('of which nobody knows what came stays so', async () => {
      const place = newPlace();
      await store.claim(place, ask());
      await store.settle(place, 'h1', 'unknown');
      expect(await store.claim(place, ask({ holder: 'h2', now: at(86_000) }))).toEqual({ kind: 'unknown' });
    });

    test('counts for a day, and is removed then', async () => {
      const place = newPlace();
      await store.claim(place, ask({ now: at(-100_000), heldUntil: at(-99_000) }));
      await store.settle(place, 'h1', kept);
      expect(await store.claim(place, ask({ holder: 'h2', now: at(-100_000 + 86_401), fingerprint: 'g' }))).toEqual({
        kind: 'given',
      });
      const old = newPlace();
      await store.claim(old, ask({ now: at(-200_000), heldUntil: at(-199_000) }));
      expect(await store.removeBefore(at(-150_000))).toBe(1);
    });
  });
}
