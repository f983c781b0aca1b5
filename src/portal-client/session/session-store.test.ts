import { describe, expect, test } from 'vitest';
import { initialsOf } from './session';
import { createSessionStore } from './session-store';

const ada = {
  person: { id: 'per_1', name: 'Ada Lovelace', email: 'ada@example.com', has_second_factor: false, is_staff: false },
  organization: { id: 'org_1', name: 'University', role: 'owner' as const },
  organizations: [],
};
const nobody = { person: null, organization: null, organizations: [] };
type Answer = typeof ada | typeof nobody;

function setUp(answers: (Answer | Promise<Answer>)[], remembered: string | null = null) {
  const seen = { asked: 0, announced: 0, remembered, now: 0 };
  const store = createSessionStore({
    read: async () => {
      const answer = answers[seen.asked++];
      if (!answer) throw new TypeError('nothing answers');
      return answer;
    },
    memory: { recall: () => seen.remembered, keep: (initials) => void (seen.remembered = initials) },
    announce: () => void seen.announced++,
    now: () => seen.now,
  });
  return { store, seen };
}

describe('the session of a page visit', () => {
  test('is unknown until it is asked for, and tells whoever listens', async () => {
    const { store } = setUp([ada]);
    const states: string[] = [];
    store.subscribe(() => states.push(store.state().kind));
    expect(store.state()).toEqual({ kind: 'unknown' });
    await store.refresh();
    expect(store.state()).toEqual({ kind: 'person', session: ada });
    expect(states).toEqual(['person']);
  });

  test('is announced to other tabs when somebody came or went, and not when nothing changed', async () => {
    const { store, seen } = setUp([nobody, ada, ada, nobody]);
    const announced = [];
    for (let asked = 0; asked < 4; asked++) {
      await store.refresh();
      announced.push(seen.announced);
    }
    expect(announced).toEqual([0, 1, 1, 2]);
  });

  test('is announced by the page that a link of a mail leads to, where nobody was remembered', async () => {
    const { store, seen } = setUp([ada]);
    await store.refresh();
    expect([seen.announced, seen.remembered]).toEqual([1, 'AL']);
    const next = setUp([ada], 'AL');
    await next.store.refresh();
    expect(next.seen.announced).toBe(0);
  });

  test('that another tab announced is not announced back', async () => {
    const { store, seen } = setUp([nobody, ada]);
    await store.refresh();
    await store.hear();
    expect([store.state().kind, seen.announced]).toEqual(['person', 0]);
  });

  test('is not what an older question brings after a newer one', async () => {
    let answerFirst: (answer: Answer) => void = () => undefined;
    const { store } = setUp([new Promise<Answer>((resolve) => (answerFirst = resolve)), ada]);
    const first = store.refresh();
    await store.refresh();
    answerFirst(nobody);
    await first;
    expect(store.state().kind).toBe('person');
  });

  test('is kept where the service cannot be asked, and said to be unreached where nothing was known', async () => {
    const { store } = setUp([]);
    expect(await store.refresh()).toEqual({ kind: 'unreached' });
    const known = setUp([ada]);
    await known.store.refresh();
    await known.store.refresh();
    expect([known.store.state().kind, known.seen.remembered]).toEqual(['person', 'AL']);
  });

  test('is asked for again only after a while', () => {
    const { store, seen } = setUp([nobody, nobody, nobody]);
    store.refreshAfter(30_000);
    seen.now = 29_999;
    store.refreshAfter(30_000);
    expect(seen.asked).toBe(1);
    seen.now = 30_000;
    store.refreshAfter(30_000);
    expect(seen.asked).toBe(2);
  });
});

test.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['Ada King (Countess of Lovelace)', 'AL'],
  ['Émilie du Châtelet', 'ÉC'],
  ['李 明', '李明'],
  ['***', ''],
])('the initials of %s are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
