import { useCallback, useEffect, useReducer, useRef } from 'react';
import {
  type ClockChange,
  type GuestKeys,
  type Outcome,
  type Sandbox,
  type SandboxCalls,
  type SandboxSeed,
  withGuestKey,
} from '../../../portal-client';
import { type Doing, reduceState, stateStart } from './state-flow';

export interface StatePorts {
  readonly calls: SandboxCalls;
  readonly keys: Pick<GuestKeys, 'obtain' | 'drop'>;
  /** Gives the reader a file. */
  readonly save: (name: string, text: string) => void;
}

/** What a reader can do to the sandbox. Each shows its result, or why there is none. */
export function useSandboxState({ calls, keys, save }: StatePorts) {
  const [flow, dispatch] = useReducer(reduceState, stateStart);
  const isThere = useRef(true);

  const read = useCallback(async (): Promise<void> => {
    dispatch({ kind: 'asked' });
    const outcome = await withGuestKey(keys, (key) => calls.read(key));
    if (!isThere.current) return;
    if (outcome.kind === 'ok') dispatch({ kind: 'read', sandbox: outcome.value });
    else dispatch({ kind: 'unread', problem: outcome.problem });
  }, [calls, keys]);

  useEffect(() => {
    isThere.current = true;
    void read();
    // What a console in another tab did is seen when the reader comes back.
    const again = (): void => void (document.visibilityState === 'visible' && read());
    document.addEventListener('visibilitychange', again);
    return () => {
      isThere.current = false;
      document.removeEventListener('visibilitychange', again);
    };
  }, [read]);

  async function change<Value>(
    doing: Doing,
    call: (key: string) => Promise<Outcome<Value>>,
    words: string,
    undoOf: (value: Value) => string | undefined = () => undefined,
  ): Promise<boolean> {
    dispatch({ kind: 'began', doing });
    const outcome = await withGuestKey(keys, call);
    if (outcome.kind === 'problem') {
      if (isThere.current) dispatch({ kind: 'refused', problem: outcome.problem });
      return false;
    }
    const after = await withGuestKey(keys, (key) => calls.read(key));
    if (!isThere.current) return false;
    if (after.kind === 'problem') dispatch({ kind: 'refused', problem: after.problem });
    else dispatch({ kind: 'done', sandbox: after.value, words, undo: undoOf(outcome.value) ?? null });
    return true;
  }

  const undo = (sandbox: Sandbox) => sandbox.undo;
  return {
    flow,
    read,
    reset: (to: 'examples' | 'empty') =>
      change(
        'reset',
        (key) => calls.reset(key, to),
        to === 'empty' ? 'The sandbox is empty.' : 'The sandbox is as on its first day.',
        undo,
      ),
    seed: (doing: 'generate' | 'examples' | 'import', seed: SandboxSeed, words: string) =>
      change(doing, (key) => calls.seed(key, seed), words, undo),
    setClock: (clock: ClockChange, words: string) => change('clock', (key) => calls.setClock(key, clock), words),
    take: (name: string) => change('take', (key) => calls.takeSnapshot(key, name), `“${name}” is kept.`),
    restore: (id: string, name: string) =>
      change(`restore ${id}`, (key) => calls.restore(key, id), `The sandbox is as it was in “${name}”.`, undo),
    remove: (id: string, name: string) =>
      change(`remove ${id}`, (key) => calls.removeSnapshot(key, id), `“${name}” is deleted.`),
    exportTo: (file: string) =>
      change(
        'export',
        async (key) => {
          const outcome = await calls.exportText(key);
          if (outcome.kind === 'ok') save(file, outcome.value);
          return outcome;
        },
        `What the sandbox holds is in ${file}.`,
      ),
  };
}
