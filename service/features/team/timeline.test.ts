import { expect, test } from 'vitest';
import { timelineOf } from './timeline.ts';

const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`;
const facts = {
  ...{ name: 'Alder', signedUpAt: at(8), firstCallAt: at(10), launchedAt: null, cohorts: [] },
  members: [
    { id: 'mem_1', person: 'per_ada', name: 'Ada', email: 'ada@alder.example', role: 'owner', joinedAt: at(8) },
  ],
  records: [
    { journey: 'launch', step: 'offer', at: at(11), isProven: true },
    { journey: 'launch', step: 'gone', at: at(12), isProven: false },
  ],
  announcements: [{ subject: 'We open in March', by: 'per_grace', at: at(13) }],
};
const journeys = [
  { id: 'launch', title: 'Launch', steps: [{ id: 'offer', title: 'Make an offer', proof: { kind: 'key-issued' } }] },
] as const;
const logged = (kind: string, hour: number, person: string | null, subject: string | null = null) => ({
  ...{ at: new Date(at(hour)), kind, person, subject },
});
const names = new Map([
  ['per_ada', 'Ada'],
  ['per_grace', 'Grace'],
]);
const lines = (...events: ReturnType<typeof logged>[]) =>
  timelineOf(facts, journeys, events, names).map(({ kind, subject, by }) => [kind, subject, by]);

test('all that happened comes in one line, the newest first, with who did it where that is known', () => {
  expect(lines(logged('key-created', 9, 'per_ada', 'CI'), logged('key-revoked', 14, 'per_gone', 'CI'))).toEqual([
    ['key-revoked', 'CI', null],
    ['announced', 'We open in March', 'Grace'],
    ['step-returned', 'gone', null],
    ['step-proven', 'Make an offer (Launch)', null],
    ['first-call', null, null],
    ['key-created', 'CI', 'Ada'],
    ['signed-up', 'Alder', null],
    ['member-joined', 'Ada', null],
  ]);
});

test('what the organization tells itself is not told twice; who joined and left is', () => {
  const events = [logged('organization-made', 8, 'per_ada'), logged('member-joined', 8, 'per_ada')];
  const later = [logged('member-joined', 9, 'per_grace'), logged('member-left', 15, 'per_grace')];
  expect(lines(...events, ...later)).toHaveLength(lines().length + 2);
  expect(lines(...events, ...later)[0]).toEqual(['member-left', 'Grace', null]);
});
