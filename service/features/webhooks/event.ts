import type { Contract, Operation } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { documentOf, isMembers } from './make-payload.ts';

/** Something that happened, to be sent. */
export interface WebhookEvent {
  /** `webhook-id`: the payload's own id where it has one. */
  readonly message: string;
  /** The name of the webhook. */
  readonly type: string;
  readonly payload: unknown;
}

/** The webhook that tells of events of this type: by its name, else by the type that its payload must have. */
export function webhookOf(contract: Contract, type: string, typeMember: string): Operation | undefined {
  const named = contract.webhooks.find(({ path }) => path === type);
  if (named !== undefined) return named;
  return contract.webhooks.find((webhook) => {
    const { properties } = shapeOf(contract, documentOf(webhook)?.schema);
    return shapeOf(contract, properties.get(typeMember)).values?.includes(type);
  });
}

/** The id of a payload, where it can stand in a header (Standard Webhooks: no full stop, it separates what is signed). */
export function messageOf(payload: unknown, newMessage: () => string): string {
  const id = isMembers(payload) ? payload.id : undefined;
  return typeof id === 'string' && /^[\x21-\x2d\x2f-\x7e]{1,200}$/.test(id) ? id : newMessage();
}
