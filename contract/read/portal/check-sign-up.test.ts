import { expect, test } from 'vitest';
import { checkSignUp } from './check-sign-up.ts';

test.each([
  ['no accounts are configured', undefined, 0],
  ['everybody may sign up', { signUp: 'open' }, 0],
  ['staff approve, and there is one', { signUp: 'approval', staff: ['ada@portal.example'] }, 0],
  ['staff approve, and there is none', { signUp: 'approval' }, 1],
  ['only who is invited may come, and nobody could invite', { signUp: 'invitation', staff: [] }, 1],
] as const)('where %s', (_, accounts, problems) => expect(checkSignUp(accounts)).toHaveLength(problems));
