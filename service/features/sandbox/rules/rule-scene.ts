import type { KnownApi } from '../known-api.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import type { SandboxState } from '../state.ts';

/** What applying a rule needs; without a request where time alone brings a change. */
export interface RuleScene {
  readonly known: KnownApi;
  readonly state: SandboxState;
  readonly now: Date;
  readonly random: Random;
  /** The values of the path's parameters, decoded. */
  readonly path: ReadonlyMap<string, string>;
}

export function ruleScene({ known, state, now, random, request }: Scene): RuleScene {
  return { known, state, now, random, path: request.path };
}
