import type { Field, Message, Type } from 'protobufjs';
import { fullName, messageOf, nameOf } from '../../../../../contract/mapped/index.ts';
import { formatDuration, formatFieldMask, formatTimestamp, type Instant } from './well-known.ts';

type Names = 'json' | 'proto';
type Members = Readonly<Record<string, unknown>>;

/**
 * A message as JSON (https://protobuf.dev/programming-guides/json/): 64-bit integers and bytes as text, enums by name, timestamps as RFC 3339. A
 * field that knows whether it was set is left out where it was not; the others are always there, so that a contract can promise them.
 */
export function fromMessage(message: Message, type: Type, names: Names): unknown {
  const members = message as unknown as Members;
  const special = wellKnown[fullName(type)];
  if (special) return special(members, type, names);
  const json: Record<string, unknown> = {};
  for (const field of type.fieldsArray) {
    const value = members[field.name];
    const isSet = Object.hasOwn(members, field.name) && value !== null && value !== undefined;
    if (field.map) json[nameOf(field, names)] = fromMap(isSet ? (value as Members) : {}, field, names);
    else if (field.repeated) {
      const items = isSet ? (value as readonly unknown[]) : [];
      json[nameOf(field, names)] = items.map((item) => fromValue(item, field, names));
    } else if (isSet || !knowsPresence(field)) json[nameOf(field, names)] = fromValue(value, field, names);
  }
  return json;
}

/** Whether a field that is not set differs from one that is zero. Those of messages do, whatever the file says. */
function knowsPresence(field: Field): boolean {
  return field.hasPresence || messageOf(field) !== undefined;
}

function fromMap(entries: Members, field: Field, names: Names): Record<string, unknown> {
  // What the upstream names `__proto__` stays a member like any other.
  const json = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(entries)) json[key] = fromValue(value, field, names);
  return json;
}

function fromValue(value: unknown, field: Field, names: Names): unknown {
  const message = messageOf(field);
  if (message) return fromMessage(value as Message, message, names);
  if (field.resolvedType !== null) return fromEnum(value, field);
  return fromScalar(value, field.type);
}

function fromEnum(value: unknown, { resolvedType }: Field): unknown {
  if (resolvedType === null || !('valuesById' in resolvedType)) return value;
  if (fullName(resolvedType) === 'google.protobuf.NullValue') return null;
  return resolvedType.valuesById[Number(value)] ?? value;
}

function fromScalar(value: unknown, type: string): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  // A 64-bit integer is an object of two halves.
  if (type.endsWith('64')) return String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  // An unset field of bytes has an empty list.
  return type === 'bytes' ? '' : value;
}

type Special = (members: Members, type: Type, names: Names) => unknown;

const instant = ({ seconds, nanos }: Members): Instant => ({
  seconds: fromScalar(seconds, 'int64') as string,
  nanos: nanos as number,
});

const wrapped: Special = (members, type) => {
  const field = type.fields.value;
  return field && fromScalar(members.value, field.type);
};

const anyValue: Special = (members, type, names) => {
  const [kind] = Object.keys(members).filter((name) => members[name] !== null && members[name] !== undefined);
  if (kind === undefined || kind === 'nullValue') return null;
  const field = type.fields[kind];
  return field && fromValue(members[kind], field, names);
};

const struct: Special = (members, type, names) => {
  const { fields } = type.fields;
  return fields ? fromMap((members.fields ?? {}) as Members, fields, names) : {};
};

const list: Special = (members, type, names) => {
  const { values } = type.fields;
  return values ? ((members.values ?? []) as readonly unknown[]).map((item) => fromValue(item, values, names)) : [];
};

/** A message of any type, where the `.proto` files know it; else its name alone. */
const any: Special = (members, type, names) => {
  const url = members.type_url as string;
  const inner = type.root.lookup(url.slice(url.lastIndexOf('/') + 1));
  if (inner === null || !('fieldsArray' in inner)) return { '@type': url };
  const known = inner as Type;
  const json = fromMessage(known.decode(members.value as Uint8Array), known, names);
  const isObject = typeof json === 'object' && json !== null && wellKnown[fullName(known)] === undefined;
  return isObject ? { '@type': url, ...json } : { '@type': url, value: json };
};

const wellKnown: Readonly<Record<string, Special | undefined>> = {
  'google.protobuf.Timestamp': (members) => formatTimestamp(instant(members)),
  'google.protobuf.Duration': (members) => formatDuration(instant(members)),
  'google.protobuf.FieldMask': ({ paths }) => formatFieldMask((paths ?? []) as readonly string[]),
  'google.protobuf.Struct': struct,
  'google.protobuf.Value': anyValue,
  'google.protobuf.ListValue': list,
  'google.protobuf.Any': any,
  ...Object.fromEntries(
    ['Double', 'Float', 'Int64', 'UInt64', 'Int32', 'UInt32', 'Bool', 'String', 'Bytes'].map((name) => [
      `google.protobuf.${name}Value`,
      wrapped,
    ]),
  ),
};
