import { webhookRulesOf } from '../../../contract/x-sandbox/index.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Happened, Played } from '../sandbox/index.ts';
import { messageOf, type WebhookEvent, webhookOf } from './event.ts';
import type { Random } from './lanes.ts';
import { idNamesOf, isMembers, makePayload } from './make-payload.ts';

/** The new items of the collection of events that are of a webhook's type. */
export function eventsIn({ contract, changes }: Happened, newId: NewId): readonly WebhookEvent[] {
  const { events } = webhookRulesOf(contract);
  if (events === undefined) return [];
  return changes.flatMap(({ place, before, after }): WebhookEvent[] => {
    if (place.template !== events.in || before !== null || after === null) return [];
    const type = String(after[events.type]);
    if (webhookOf(contract, type, events.type) === undefined) return [];
    return [{ message: messageOf(after, () => newId('msg')), type, payload: after }];
  });
}

/**
 * The webhooks that are sent after this operation, but for those whose event was `told` already. Where the contract has a
 * collection of events, they are kept there, too.
 */
export async function eventsAfter(
  { contract, request, changes, state, placeAt, outcome, now }: Played,
  told: readonly WebhookEvent[],
  { newId, random }: { readonly newId: NewId; readonly random: Random },
): Promise<readonly WebhookEvent[]> {
  const { events, sentAfter } = webhookRulesOf(contract);
  const made: WebhookEvent[] = [];
  for (const webhook of contract.webhooks) {
    const isSent = sentAfter.get(webhook.id)?.includes(request.operation.id) === true;
    if (!isSent || told.some(({ type }) => type === webhook.path)) continue;
    const item = isMembers(outcome.value) ? outcome.value : (changes[0]?.after ?? {});
    const occasion = { item, idNames: idNamesOf(request.operation.path) };
    const payload = makePayload(contract, webhook, occasion, random, now);
    const message = messageOf(payload, () => newId('msg'));
    if (events !== undefined && isMembers(payload)) await state.put(placeAt(events.in), message, payload);
    made.push({ message, type: webhook.path, payload });
  }
  return made;
}
