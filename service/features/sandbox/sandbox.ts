import type { Contract } from '../../../contract/model.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Seal } from '../../platform/secret/index.ts';
import type { SandboxAnswer } from './answer.ts';
import { catchUp } from './catch-up.ts';
import { isAnythingDue } from './due-items.ts';
import { type ChooseType, finish } from './finish.ts';
import { onceOnly, rememberedSince } from './idempotency.ts';
import type { KnownApi } from './known-api.ts';
import { knownOf } from './known-apis.ts';
import { passingRows } from './passing-rows.ts';
import type { Random } from './random.ts';
import type { SandboxStore, Space, SpaceRows } from './sandbox-store.ts';
import type { SandboxRequest } from './scene.ts';
import { spaceState } from './space-state.ts';
import { tellTime, timeIn } from './space-time.ts';
import type { Place, SandboxState } from './state.ts';
import { placeOf, playWitnessed, type Witness } from './witness.ts';

/** An API that is played from its contract alone, with state. */
export interface Sandbox {
  /** Answers when everything that the request changed is on disk. */
  answer(request: PlayedRequest): Promise<SandboxAnswer>;
  /** Reads from an organization's state, outside of any request. */
  look<T>(contract: Contract, organization: string, work: (kept: KeptState) => Promise<T>): Promise<T>;
  /** Changes it, in one transaction. No witness is told. */
  change<T>(contract: Contract, organization: string, work: (kept: KeptState) => Promise<T>): Promise<T>;
  /** Does now what time has brought, that the next request would do: after the clock was moved. */
  catchUp(contract: Contract, organization: string): Promise<void>;
  /** Removes the state of guests that nobody changed for a week, and answers to keys older than a day. */
  forgetGuests(): Promise<number>;
}

export interface KeptState {
  readonly state: SandboxState;
  /** Where the things of a collection without parents are: `/webhook-endpoints`. */
  readonly placeAt: (template: string) => Place;
}

export interface PlayedRequest extends SandboxRequest {
  readonly contract: Contract;
  /** Whose sandbox; null for a request without a key: then nothing is kept. */
  readonly organization: string | null;
  readonly chooseType: ChooseType;
}

export interface SandboxDeps {
  readonly store: SandboxStore;
  readonly clock: Clock;
  readonly random: Random;
  /** What first answers are kept under. */
  readonly seal: Seal;
  readonly witness?: Witness | undefined;
}

const guestPrefix = 'org_guest_';
/** As long as the guest's cookie lives. */
const guestDays = 7;
/** Longer ones would not fit an index of PostgreSQL; no contract's ids come near. */
const longestPath = 1024;

export function sandbox({ store, clock, random, seal, witness }: SandboxDeps): Sandbox {
  async function playOn(
    rows: SpaceRows,
    known: KnownApi,
    request: PlayedRequest,
    realNow: Date,
    told: Witness | undefined = witness,
  ): Promise<SandboxAnswer> {
    const state = spaceState(rows, known);
    const now = timeIn(rows.facts, realNow);
    // Keys are remembered for a day of the real clock: a sandbox that travels forgets none.
    const answer = await onceOnly(known, request, rows, realNow, seal, async () => {
      const scene = { known, request, state, now, random };
      const outcome = await playWitnessed(scene, request.organization, rows, told);
      return finish(known, request, outcome, request.chooseType);
    });
    return tellTime(answer, now);
  }

  function catchUpIn(rows: SpaceRows, known: KnownApi, space: Space, realNow: Date, told?: Witness): Promise<void> {
    return catchUp(known, rows, space, { now: timeIn(rows.facts, realNow), random }, told);
  }

  /** The witness of one write. */
  async function witnessOf({ contract }: KnownApi, organization: string): Promise<Witness | undefined> {
    if (witness?.attends(contract) !== true) return undefined;
    return witness.prepared?.(organization) ?? witness;
  }

  return {
    async answer(request) {
      const { organization, contract, operation } = request;
      const known = knownOf(contract);
      const now = clock.now();
      if (request.sentPath.length > longestPath) {
        return { kind: 'undeclared', status: 404, detail: `The path is longer than ${longestPath} characters.` };
      }
      if (organization === null) return playOn(passingRows(), known, request, now);
      const space = spaceOf(contract, organization);
      const isRead = operation.method === 'get' || operation.method === 'head' || operation.method === 'query';
      if (!isRead) {
        const told = await witnessOf(known, organization);
        return store.write(space, async (rows) => {
          await catchUpIn(rows, known, space, now, told);
          return playOn(rows, known, request, now, told);
        });
      }
      const read = await store.read(space, async (rows) =>
        (await isAnythingDue(known, rows, timeIn(rows.facts, now))) ? null : playOn(rows, known, request, now),
      );
      if (read !== null) return read;
      const told = await witnessOf(known, organization);
      await store.write(space, (rows) => catchUpIn(rows, known, space, now, told));
      return store.read(space, (rows) => playOn(rows, known, request, now));
    },
    look: (contract, organization, work) =>
      store.read(spaceOf(contract, organization), (rows) => work(keptIn(rows, knownOf(contract)))),
    change: (contract, organization, work) =>
      store.write(spaceOf(contract, organization), (rows) => work(keptIn(rows, knownOf(contract)))),
    async catchUp(contract, organization) {
      const known = knownOf(contract);
      const space = spaceOf(contract, organization);
      const now = clock.now();
      const isDue = await store.read(space, (rows) => isAnythingDue(known, rows, timeIn(rows.facts, now)));
      if (!isDue) return;
      const told = await witnessOf(known, organization);
      await store.write(space, (rows) => catchUpIn(rows, known, space, now, told));
    },
    forgetGuests() {
      const untouchedSince = new Date(clock.now().getTime() - guestDays * 86_400_000);
      return store.forget({ guestPrefix, untouchedSince, answersBefore: rememberedSince(clock.now()) });
    },
  };
}

function spaceOf({ api, version }: Contract, organization: string): Space {
  return { organization, api, version };
}

function keptIn(rows: SpaceRows, known: KnownApi): KeptState {
  return {
    state: spaceState(rows, known),
    placeAt: (template) => placeOf(known, template),
  };
}
