import { describe, expect, test } from 'vitest';
import type { PortalProblem, Sandbox } from '../../../portal-client';
import { reduceState, type StateEvent, type StateFlow, stateStart } from './state-flow';

const sandbox = { items: 3 } as Sandbox;
const problem = { kind: 'refused', title: 'No room' } as PortalProblem;
const shown: StateFlow = { kind: 'shown', sandbox, doing: null, said: null };

function after(start: StateFlow, ...events: StateEvent[]): StateFlow {
  return events.reduce(reduceState, start);
}

describe('the state of a sandbox', () => {
  test('is shown when it is read, and says why where it is not', () => {
    expect(after(stateStart, { kind: 'read', sandbox })).toEqual(shown);
    expect(after(stateStart, { kind: 'unread', problem })).toEqual({ kind: 'failed', problem });
    expect(after(stateStart, { kind: 'unread', problem }, { kind: 'asked' })).toEqual(stateStart);
  });

  test('stays in view where it cannot be read again', () => {
    expect(after(shown, { kind: 'asked' }, { kind: 'unread', problem })).toEqual(shown);
  });

  test('is what a change made of it, which can be undone', () => {
    const emptied = { items: 0 } as Sandbox;
    const done = after(
      shown,
      { kind: 'began', doing: 'reset' },
      { kind: 'done', sandbox: emptied, words: 'Reset.', undo: 'snp_1' },
    );
    const said = { kind: 'done', words: 'Reset.', undo: 'snp_1' };
    expect(done).toEqual({ kind: 'shown', sandbox: emptied, doing: null, said });
  });

  test('is as before where a change was refused, and what was said before is gone when another begins', () => {
    const refused = after(shown, { kind: 'began', doing: 'take' }, { kind: 'refused', problem });
    expect(refused).toEqual({ ...shown, said: { kind: 'problem', problem } });
    expect(after(refused, { kind: 'began', doing: 'clock' })).toEqual({ ...shown, doing: 'clock' });
  });
});
