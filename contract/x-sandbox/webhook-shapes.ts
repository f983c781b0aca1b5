import type { Member, Shape } from '../read/portal/shape.ts';
import { spanOf } from './span.ts';

/** The shapes of what `x-sandbox` may say about webhooks, for messages that name the place. */

const may = (shape: Shape): Member => ({ shape, required: false });
const must = (shape: Shape): Member => ({ shape, required: true });
const object = (members: Readonly<Record<string, Member>>): Shape => ({ kind: 'object', members });

const anything: Shape = { kind: 'any' };
const member: Shape = { kind: 'text', wanted: 'the name of a member' };
const span: Shape = {
  kind: 'text',
  wanted: 'a length of time such as "P3D" or "PT24H"',
  accepts: (text) => spanOf(text) !== undefined,
};

/** At the description. */
export const descriptionShape = object({
  webhooks: must(
    object({
      endpoints: may(
        object({
          in: must(member),
          url: must(member),
          secret: may(member),
          types: may(member),
          everyType: may({ kind: 'text', wanted: 'the value that stands for every type, such as "*"' }),
          status: may(object({ member: must(member), enabled: must(anything), disabled: must(anything) })),
          rotation: may(span),
          disabledAfter: may(span),
        }),
      ),
      events: may(object({ in: must(member), type: must(member) })),
    }),
  ),
});

/** At a webhook. */
export const webhookShape = object({
  sentAfter: must({ kind: 'list', of: { kind: 'text', wanted: 'an operationId' }, least: 1 }),
});
