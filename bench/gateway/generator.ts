import { once } from 'node:events';
import { startProgram } from './child.ts';
import type { Load } from './open-loop.ts';
import type { LoadResult } from './tally.ts';

/** The process that sends. It stays warm from one load to the next. */
export interface Generator {
  /** Runs loads side by side; gives their results in the same order. */
  run<const Loads extends readonly Load[]>(...loads: Loads): Promise<{ [Each in keyof Loads]: LoadResult }>;
  stop(): Promise<void>;
}

export async function startGenerator(): Promise<Generator> {
  const child = await startProgram('load');
  return {
    async run<const Loads extends readonly Load[]>(...loads: Loads) {
      const answered = once(child.process, 'message');
      child.process.send(loads);
      const [results] = (await answered) as [{ [Each in keyof Loads]: LoadResult }];
      return results;
    },
    stop: () => child.stop(),
  };
}
