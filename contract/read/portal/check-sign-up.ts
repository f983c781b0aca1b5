import type { AccountsConfig } from '../../portal-config.ts';
import type { ConfigProblem } from './shape.ts';

/** Where a portal is not open, somebody must be able to come in and let others in. */
export function checkSignUp({ signUp = 'open', staff = [] }: AccountsConfig = {}): ConfigProblem[] {
  if (signUp === 'open' || staff.length > 0) return [];
  const sentence = `with "${signUp}" nobody could let anybody in. Name a mail address of your team in "staff" beside it.`;
  return [{ path: ['accounts', 'signUp'], sentence }];
}
