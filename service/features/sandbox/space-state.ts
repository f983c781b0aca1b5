import { notingDue } from './due-items.ts';
import type { KnownApi } from './known-api.ts';
import { layeredState } from './layered-state.ts';
import type { SpaceRows } from './sandbox-store.ts';
import type { SandboxState } from './state.ts';

/** What a space holds: its rows over the contract's examples, or its rows alone where it was emptied. */
export function spaceState(rows: SpaceRows, known: KnownApi): SandboxState {
  const layered = layeredState(rows, (place) => (rows.facts.hasExamples ? known.seedsAt(place) : []));
  return notingDue(known, rows, layered);
}
