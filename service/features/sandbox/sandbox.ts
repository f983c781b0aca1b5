import type { Contract } from '../../../contract/model.ts';
import type { Clock } from '../../platform/clock.ts';
import type { SandboxAnswer } from './answer.ts';
import { contractTools } from './contract-tools.ts';
import { type ChooseType, finish } from './finish.ts';
import { onceOnly, rememberedSince } from './idempotency.ts';
import { type KnownApi, knownApi } from './known-api.ts';
import { layeredState } from './layered-state.ts';
import { passingRows } from './passing-rows.ts';
import { play } from './play.ts';
import type { Random } from './random.ts';
import type { SandboxStore, SpaceRows } from './sandbox-store.ts';
import type { SandboxRequest } from './scene.ts';

/** An API that is played from its contract alone, with state. */
export interface Sandbox {
  /** Answers when everything that the request changed is on disk. */
  answer(request: PlayedRequest): Promise<SandboxAnswer>;
  /** Removes the state of guests that nobody changed for a week, and answers to keys older than a day. */
  forgetGuests(): Promise<number>;
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
}

const guestPrefix = 'org_guest_';
/** As long as the guest's cookie lives. */
const guestDays = 7;
/** Longer ones would not fit an index of PostgreSQL; no contract's ids come near. */
const longestPath = 1024;

export function sandbox({ store, clock, random }: SandboxDeps): Sandbox {
  const apis = new WeakMap<Contract, KnownApi>();

  function knownOf(contract: Contract): KnownApi {
    const known = apis.get(contract) ?? knownApi(contract, contractTools(contract));
    apis.set(contract, known);
    return known;
  }

  async function playOn(rows: SpaceRows, known: KnownApi, request: PlayedRequest, now: Date): Promise<SandboxAnswer> {
    const state = layeredState(rows, (place) => known.seedsAt(place));
    return onceOnly(known, request, rows, now, async () => {
      const outcome = await play({ known, request, state, now, random });
      return finish(known, request, outcome, request.chooseType);
    });
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
      const space = { organization, api: contract.api, version: contract.version };
      const isRead = operation.method === 'get' || operation.method === 'head' || operation.method === 'query';
      return store[isRead ? 'read' : 'write'](space, (rows) => playOn(rows, known, request, now));
    },
    forgetGuests() {
      const untouchedSince = new Date(clock.now().getTime() - guestDays * 86_400_000);
      return store.forget({ guestPrefix, untouchedSince, answersBefore: rememberedSince(clock.now()) });
    },
  };
}
