import { beforeAll, describe, expect, test } from 'vitest';
import type { Feedback } from './feedback.ts';
import type { FeedbackStore } from './feedback-store.ts';

/** What every feedback store promises. */
export function feedbackStoreContract(open: () => Promise<FeedbackStore>): void {
  let store: FeedbackStore;
  beforeAll(async () => {
    store = await open();
  });

  describe('an item', () => {
    const full: Feedback = {
      id: 'fbk_1',
      receivedAt: new Date('2026-11-21T09:00:00.123Z'),
      page: '/docs/webhooks',
      helpful: false,
      reason: 'missing',
      comment: `it's "half"\n\t– 🚢 ' OR 1=1; --`,
    };

    test('is found as it was stored', async () => {
      await store.add(full);
      expect(await store.find('fbk_1')).toEqual(full);
    });

    test('may have neither reason nor comment', async () => {
      const bare = { ...full, id: 'fbk_2', helpful: true, reason: null, comment: null };
      await store.add(bare);
      expect(await store.find('fbk_2')).toEqual(bare);
    });

    test('is not stored twice', async () => {
      await store.add({ ...full, id: 'fbk_3' });
      await expect(store.add({ ...full, id: 'fbk_3', comment: 'other' })).rejects.toThrow();
      expect((await store.find('fbk_3'))?.comment).toBe(full.comment);
    });

    test('that is not there is null', async () => {
      expect(await store.find('fbk_none')).toBeNull();
    });
  });
}
