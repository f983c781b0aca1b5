import type { Contract, MediaType, Operation, Schema } from '../../../contract/model.ts';
import { sampleSchema } from '../../../contract/sample.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { fitSchema, newIdFor } from '../sandbox/index.ts';

/** What a webhook tells of. */
export interface Occasion {
  /** The item that an operation changed, as it is now. */
  readonly item: Readonly<Record<string, unknown>>;
  /** The names that the item's id may have elsewhere: `credential_id`, `credentialId`. */
  readonly idNames: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/** The document of a webhook: JSON, as its contract describes it. Undefined where it has none. */
export function documentOf({ requestBody }: Operation): MediaType | undefined {
  return requestBody?.content.find(({ type }) => /[/+]json\b/i.test(type));
}

/**
 * The payload of a webhook that no event of a collection gives: members that the item has by the same name are the item's,
 * `credential_id` is the id of the credential, the id is new, the time is now, the type is the webhook's. What is required and
 * not known is as the contract shows it; what is neither is left out. It fits the contract's schema.
 */
export function makePayload(
  contract: Contract,
  webhook: Operation,
  occasion: Occasion | null,
  random: (bytes: number) => Uint8Array,
  now: Date,
): unknown {
  const media = documentOf(webhook);
  if (media?.schema === undefined) return media?.examples[0]?.value ?? {};
  const shown = media.examples[0]?.value ?? sampleSchema(contract, media.schema, 'request');
  const made = isMembers(shown) ? asEvent(contract, webhook, media.schema, shown, occasion, random, now) : shown;
  return fitSchema(contract, media.schema, made);
}

function asEvent(
  contract: Contract,
  webhook: Operation,
  schema: Schema,
  shown: Members,
  occasion: Occasion | null,
  random: (bytes: number) => Uint8Array,
  now: Date,
): Members {
  const { properties } = shapeOf(contract, schema);
  const filled = occasion === null ? shown : fill(contract, schema, shown, occasion, 0);
  const own: Record<string, unknown> = { ...filled };
  for (const [name, property] of properties) {
    const { format, types } = shapeOf(contract, property);
    const isText = types.size === 0 || types.has('string');
    if (name === 'id') own.id = newIdFor(contract, property, shown.id, 1, random);
    else if (isText && /^(?:type|event|event_?type)$/i.test(name) && typeof shown[name] === 'string') {
      own[name] = namedType(contract, property, webhook, String(shown[name]));
    } else if (format === 'date-time' && name in shown && isMoment(name)) own[name] = toSeconds(now);
  }
  return own;
}

/** The moment of the event itself, not one that the item has. */
function isMoment(name: string): boolean {
  return /^(?:timestamp|time|created(?:_?at)?|occurred_?at|sent_?at|happened_?at)$/i.test(name);
}

function namedType(contract: Contract, schema: Schema, webhook: Operation, shown: string): string {
  const { values } = shapeOf(contract, schema);
  return values === undefined || values.includes(webhook.path) ? webhook.path : shown;
}

const deepest = 4;

function fill(contract: Contract, schema: Schema, shown: Members, occasion: Occasion, depth: number): Members {
  const shape = shapeOf(contract, schema);
  const filled: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(shown), ...shape.properties.keys()])) {
    const property = shape.properties.get(name) ?? true;
    const known = depth === 0 ? undefined : valueFor(name, occasion);
    const inside = shown[name];
    if (known !== undefined) filled[name] = known;
    else if (isMembers(inside) && depth < deepest) {
      filled[name] = fill(contract, property, inside, occasion, depth + 1);
    } else if (name in shown && (depth === 0 || shape.required.has(name))) filled[name] = inside;
  }
  return filled;
}

/** By its own name, by the name of the item's id, or as `holder_reference` is the `reference` of `holder`. */
function valueFor(name: string, { item, idNames }: Occasion): unknown {
  if (idNames.includes(name)) return item.id;
  if (Object.hasOwn(item, name)) return item[name];
  for (const [outer, value] of Object.entries(item)) {
    if (!isMembers(value) || !name.startsWith(`${outer}_`)) continue;
    const inner = name.slice(outer.length + 1);
    if (Object.hasOwn(value, inner)) return value[inner];
  }
  return undefined;
}

/** `/credentials/{credential_id}/revoke` → `credential_id`, and what the same is called in other styles. */
export function idNamesOf(path: string): readonly string[] {
  const [, segment = '', parameter = ''] = /\/([^/{}]+)\/\{([^{}]+)\}(?:\/[^/{}]+)?$/.exec(path) ?? [];
  const collection = segment === '' ? (path.split('/').at(-1) ?? '') : segment;
  const word = collection.replace(/ies$/, 'y').replace(/s$/, '').replaceAll('-', '_');
  const camel = word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [...new Set([parameter, `${word}_id`, `${camel}Id`, `${word.split('_').at(-1)}_id`])].filter(
    (name) => name !== '' && name !== 'id',
  );
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toSeconds(now: Date): string {
  return now.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
