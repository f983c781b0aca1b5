import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** One of the programs of this benchmark, in a process of its own, and the first that it said. */
export interface Child {
  readonly said: unknown;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export async function startProgram(name: string, ...words: readonly string[]): Promise<Child> {
  const child = fork(path.join(import.meta.dirname, 'programs', `${name}.ts`), words);
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => Promise.reject(new Error(`${name} ended with ${code}.`)));
  failed.catch(() => undefined);
  const [said] = (await Promise.race([once(child, 'message'), failed])) as [unknown];
  return {
    said,
    process: child,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
