import type { Member, Shape } from '../read/portal/shape.ts';

/** The shapes of what `x-sandbox` may say, for messages that name the place. */

const may = (shape: Shape): Member => ({ shape, required: false });
const must = (shape: Shape): Member => ({ shape, required: true });
const object = (members: Readonly<Record<string, Member>>): Shape => ({ kind: 'object', members });
const list = (of: Shape): Shape => ({ kind: 'list', of, least: 1 });

const anything: Shape = { kind: 'any' };
const text: Shape = { kind: 'text', wanted: 'text' };
const collection: Shape = {
  kind: 'text',
  wanted: 'the path of a collection, such as "/credentials"',
  accepts: (path) => path.startsWith('/') && path.length > 1,
};
/** Members by their names. */
const members: Shape = { kind: 'names', of: anything, wanted: 'the name of a member', accepts: (name) => name !== '' };

const refusals = [400, 403, 404, 409, 410, 412, 422];
const status: Shape = {
  kind: 'number',
  wanted: `one of ${refusals.join(', ')}`,
  accepts: (value) => refusals.includes(value),
};

const requirement = object({
  member: may(text),
  in: may(anything),
  notIn: may(anything),
  after: may(text),
  before: may(text),
  none: may(collection),
  where: may(members),
  status: may(status),
  detail: may(text),
  example: may(text),
});

const creation = object({ in: must(collection), with: must(members), idTo: may(text) });
const selection = object({ in: must(collection), where: must(members) });
const transition = object({
  if: may(members),
  at: must(text),
  sets: may(members),
  creates: may(list(creation)),
});

export const operationShape = object({
  requires: may(list(requirement)),
  sets: may(members),
  creates: may(list(creation)),
  removes: may(list(selection)),
});

/** Whether a schema is that of an item or of a member shows only where it is used: both may be said. */
export const schemaShape = object({
  becomes: may(list(transition)),
  unique: may(anything),
  refersTo: may(collection),
});
