import type { Kysely } from 'kysely';
import type { Contract } from '../../../contract/model.ts';
import type { KnownApi } from './known-api.ts';
import { play } from './play.ts';
import type { Outcome, SandboxRequest, Scene } from './scene.ts';
import type { Space, SpaceRows } from './sandbox-store.ts';
import type { Item, Place, SandboxState } from './state.ts';

/** One thing that a request put, changed or removed. */
export interface StateChange {
  readonly place: Place;
  readonly id: string;
  /** Null where there was none. */
  readonly before: Item | null;
  /** Null where it was removed. */
  readonly after: Item | null;
}

/** What happened in a space, before anybody is told. */
export interface Happened {
  readonly contract: Contract;
  readonly space: Space;
  readonly changes: readonly StateChange[];
  /** To read from and to write to; what is written here is not told again. */
  readonly state: SandboxState;
  /** Where the things of a collection without parents are: `/webhook-endpoints`. */
  readonly placeAt: (template: string) => Place;
  readonly now: Date;
  /** What it writes is there exactly when the change is. */
  readonly transaction: Kysely<unknown>;
}

/** What a request did. */
export interface Played extends Happened {
  readonly request: SandboxRequest;
  readonly outcome: Outcome & { readonly kind: 'done' };
}

/** Who hears of what happens in sandboxes, within the transaction of the change. */
export interface Witness {
  /**
   * Called before the transaction, for what is read elsewhere: a query beside the transaction that it is in would wait for
   * SQLite's one connection for ever. Resolves with the witness to tell.
   */
  prepared?(organization: string): Promise<Witness>;
  /** Whether it has any business with this contract: others are played as if it were not there. */
  attends(contract: Contract): boolean;
  /** Why a request is not to be played, where the contract alone does not say so. */
  refusal(contract: Contract, request: SandboxRequest): (Outcome & { readonly kind: 'refused' }) | null;
  /** Resolves with what the request is answered with. */
  witness(played: Played): Promise<Outcome>;
  /** Hears of what time brought, without a request: offers that expired. */
  timePassed(happened: Happened): Promise<void>;
}

/** Plays a request, and tells the witness what came of it; without one, or without a transaction, it is only played. */
export async function playWitnessed(
  scene: Scene,
  organization: string | null,
  { transaction }: Pick<SpaceRows, 'transaction'>,
  witness: Witness | undefined,
): Promise<Outcome> {
  const { known, request, state, now } = scene;
  const { contract } = known;
  if (witness?.attends(contract) !== true) return play(scene);
  const refusal = witness.refusal(contract, request);
  if (refusal !== null) return refusal;
  if (transaction === undefined || organization === null) return play(scene);
  const space = { organization, api: contract.api, version: contract.version };
  const changes: StateChange[] = [];
  const outcome = await play({ ...scene, state: witnessed(state, changes) });
  if (outcome.kind !== 'done') return outcome;
  const placeAt = (template: string) => placeOf(known, template);
  return witness.witness({ contract, space, request, changes, outcome, state, placeAt, now, transaction });
}

/** Where the things of a collection without parents are. What the contract shows of them is there, too. */
export function placeOf(known: KnownApi, template: string): Place {
  // A collection is known, and with it its examples, when an operation was found to be about it.
  for (const operation of known.contract.operations) if (operation.path === template) known.map.roleOf(operation);
  return { key: template, template, parents: new Map() };
}

/** The state as it is, with a note of each change. */
export function witnessed(state: SandboxState, changes: StateChange[]): SandboxState {
  const before = async (place: Place, id: string) => (await state.get(place, id)) ?? null;
  return {
    ...state,
    async put(place, id, item) {
      const change = { place, id, before: await before(place, id), after: item };
      await state.put(place, id, item);
      changes.push(change);
    },
    async remove(place, id) {
      const change = { place, id, before: await before(place, id), after: null };
      await state.remove(place, id);
      changes.push(change);
    },
  };
}
