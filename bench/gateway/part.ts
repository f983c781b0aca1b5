import type { Scene } from './bench-scene.ts';

/** What a part is given. */
export interface PartInput {
  readonly scene: Scene;
  readonly runs: number;
  /** How many requests the memory is watched over. */
  readonly requests: number;
  /** Makes its table again. */
  readonly command: string;
}
