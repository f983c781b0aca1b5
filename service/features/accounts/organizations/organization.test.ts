import { expect, test } from 'vitest';
import { decideMemberChange, type MemberChange, type MemberDecision } from './organization.ts';

const two = [
  { id: 'ada', role: 'owner' },
  { id: 'dev', role: 'developer' },
] as const;
const twoOwners = [...two, { id: 'eve', role: 'owner' }] as const;

test.each<[string, typeof two | typeof twoOwners, string, MemberChange, MemberDecision]>([
  ['the last owner does not leave', two, 'ada', null, 'last-owner'],
  ['the last owner becomes nothing else', two, 'ada', 'developer', 'last-owner'],
  ['the last owner may be made an owner', two, 'ada', 'owner', 'allowed'],
  ['one of two owners leaves', twoOwners, 'ada', null, 'allowed'],
  ['one of two owners becomes a viewer', twoOwners, 'eve', 'viewer', 'allowed'],
  ['a developer is removed', two, 'dev', null, 'allowed'],
  ['somebody else is not there', two, 'bob', null, 'unknown'],
])('%s', (_, members, id, change, decision) => {
  expect(decideMemberChange(members, id, change)).toBe(decision);
});
