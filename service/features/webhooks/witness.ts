import type { Contract, Operation } from '../../../contract/model.ts';
import { escapeKey } from '../../../contract/read/index.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { type EndpointRules, webhookRulesOf } from '../../../contract/x-sandbox/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type AddressPolicy, checkUrl } from '../../platform/public-address/index.ts';
import type { Played, StateChange, Witness } from '../sandbox/index.ts';
import { isForInbox, laneOf } from './delivery.ts';
import { emit, type EmitDeps } from './emit.ts';
import { endpointOf } from './endpoints.ts';
import { eventsAfter, eventsIn } from './events-of.ts';
import { ensureLane, rotated } from './lanes.ts';
import { isMembers } from './make-payload.ts';
import type { WebhookStore } from './webhook-store.ts';

export interface WitnessDeps extends Omit<EmitDeps, 'store'> {
  readonly store: WebhookStore;
  readonly policy: AddressPolicy;
  /** Called for each space in which something changed. */
  readonly changed: (contract: Contract, organization: string) => void;
}

/**
 * Hears of what happens in a sandbox, and puts what must be sent beside it, in the same transaction. The secrets of endpoints
 * are made here: they are real, and shown only in the answers that the contract gives them in.
 */
export function webhookWitness(deps: WitnessDeps): Witness {
  return {
    attends: ({ webhooks }) => webhooks.length > 0,

    async prepared(organization) {
      const trouble = await deps.troubleOf(organization);
      return webhookWitness({ ...deps, troubleOf: async () => trouble });
    },

    refusal(contract, { operation, body }) {
      const { endpoints } = webhookRulesOf(contract);
      if (endpoints === undefined || !isOfEndpoints(operation, endpoints) || !isMembers(body)) return null;
      const url = body[endpoints.url];
      if (typeof url === 'string' && !isForInbox(url)) refuseInside(url, endpoints.url, deps.policy);
      return null;
    },

    async witness(played) {
      if (played.changes.length > 0) deps.changed(played.contract, played.space.organization);
      const store = deps.store.within(played.transaction);
      const secret = await keepEndpoints(played, store, deps);
      const told = eventsIn(played, deps.newId);
      const made = await eventsAfter(played, told, deps);
      for (const event of [...told, ...made]) await emit({ ...deps, store }, played, event, 'event');
      const { value } = played.outcome;
      const { secret: member } = webhookRulesOf(played.contract).endpoints ?? {};
      if (secret === undefined || member === undefined || !isMembers(value)) return played.outcome;
      return { ...played.outcome, value: { ...value, [member]: secret } };
    },

    async timePassed(happened) {
      const store = deps.store.within(happened.transaction);
      for (const event of eventsIn(happened, deps.newId)) await emit({ ...deps, store }, happened, event, 'event');
    },
  };
}

/** As the gateway refuses what the contract does not allow: contracts say "a public address" in words only. */
function refuseInside(url: string, member: string, policy: AddressPolicy): void {
  const decision = checkUrl(url, policy);
  if (decision.kind === 'allowed') return;
  throw new ProblemError('request-invalid', {
    detail: `The address ${JSON.stringify(url)} ${decision.reason}.`,
    errors: [{ in: 'body', at: `/${escapeKey(member)}`, message: decision.reason }],
  });
}

/** On the collection, on an endpoint, or below it: `/webhook-endpoints/{id}/rotate-secret`. */
function isOfEndpoints({ path, method }: Operation, rules: EndpointRules): boolean {
  return method !== 'get' && (path === rules.in || path.startsWith(`${rules.in}/{`));
}

/** Follows what happened to endpoints. Resolves with the secret that the answer is to show; undefined: none. */
async function keepEndpoints(played: Played, store: WebhookStore, deps: WitnessDeps): Promise<string | undefined> {
  const { contract, space, changes, request } = played;
  const { endpoints: rules } = webhookRulesOf(contract);
  if (rules === undefined || !isOfEndpoints(request.operation, rules)) return undefined;
  const now = deps.clock.now();
  const own = changes.filter(({ place }) => place.template === rules.in);
  for (const change of own) await keepEndpoint(change, played, rules, store, deps);
  if (!showsSecret(contract, request.operation, rules)) return undefined;
  const id = own[0]?.id ?? [...request.path.values()].at(-1);
  if (id === undefined) return undefined;
  const place = { lane: laneOf(space, id), organization: space.organization };
  const lane = await ensureLane(store, place, undefined, now, deps.random);
  const isNew = own.some(({ before, after }) => before === null && after !== null);
  if (isNew || !/\/[^/{}]+$/.test(request.operation.path)) return lane.secret;
  const next = rotated(lane, rules.rotation, now, deps.random);
  await store.saveLane(place.lane, space.organization, next);
  return next.secret;
}

async function keepEndpoint(
  { id, before, after }: StateChange,
  { space, request }: Played,
  rules: EndpointRules,
  store: WebhookStore,
  deps: WitnessDeps,
): Promise<void> {
  const lane = laneOf(space, id);
  if (after === null) {
    await store.stop(lane, 'The endpoint was deleted.');
    return store.removeLane(lane);
  }
  const endpoint = endpointOf(rules, id, after);
  if (before === null) {
    // What the item holds may be the contract's example; what the request says is chosen.
    const chosen = rules.secret !== undefined && isMembers(request.body) ? request.body[rules.secret] : undefined;
    const secret = typeof chosen === 'string' && chosen !== '' ? chosen : undefined;
    await ensureLane(store, { lane, organization: space.organization }, secret, deps.clock.now(), deps.random);
  } else if (endpoint !== undefined) {
    if (!endpoint.isEnabled) await store.stop(lane, 'The endpoint was disabled.');
    else await store.redirect(lane, endpoint.url);
  }
}

/** Whether the operation's answer has the secret. */
function showsSecret(contract: Contract, operation: Operation, { secret }: EndpointRules): boolean {
  if (secret === undefined) return false;
  const successes = operation.responses.filter(({ status }) => status.startsWith('2'));
  const schemas = successes.flatMap(({ content }) => content.map(({ schema }) => schema));
  return schemas.some((schema) => shapeOf(contract, schema).properties.has(secret));
}
