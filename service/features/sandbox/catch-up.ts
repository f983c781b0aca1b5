import type { KnownApi } from './known-api.ts';
import { letTimePass } from './let-time-pass.ts';
import type { Random } from './random.ts';
import type { Space, SpaceRows } from './sandbox-store.ts';
import { spaceState } from './space-state.ts';
import { placeOf, type StateChange, type Witness, witnessed } from './witness.ts';

/** Does to a space what time has brought until now, within a write, and tells the witness of it. */
export async function catchUp(
  known: KnownApi,
  rows: SpaceRows,
  space: Space,
  { now, random }: { readonly now: Date; readonly random: Random },
  witness: Witness | undefined,
): Promise<void> {
  const { contract } = known;
  const state = spaceState(rows, known);
  const changes: StateChange[] = [];
  await letTimePass(known, rows, witnessed(state, changes), { now, random });
  if (changes.length === 0 || rows.transaction === undefined || witness?.attends(contract) !== true) return;
  const placeAt = (template: string) => placeOf(known, template);
  await witness.timePassed({ contract, space, changes, state, placeAt, now, transaction: rows.transaction });
}
