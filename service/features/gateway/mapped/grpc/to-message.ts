import type { Field, Type } from 'protobufjs';
import { fieldOf, fullName, messageOf } from '../../../../../contract/mapped/index.ts';
import { toScalar } from './scalar.ts';
import { parseDuration, parseFieldMask, parseTimestamp } from './well-known.ts';

/** What could not be put into a message, and what has no field there, by JSON pointers. */
export interface Remarks {
  readonly wrong: { readonly at: string; readonly message: string }[];
  readonly leftOut: string[];
}

type Members = Record<string, unknown>;

/** JSON as the members of a message (https://protobuf.dev/programming-guides/json/); `null` is a field that is not set. */
export function toMembers(json: unknown, type: Type, at: string, remarks: Remarks): unknown {
  const special = wellKnown[fullName(type)];
  if (special) return special(json, type, at, remarks);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse(remarks, at, 'must be an object');
  const members: Members = {};
  for (const [name, value] of Object.entries(json)) {
    const field = fieldOf(type, name);
    const place = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!field) remarks.leftOut.push(place);
    else setField(members, field, value, place, remarks);
  }
  return members;
}

/** Puts a value into the field of a message. */
export function setField(members: Members, field: Field, value: unknown, at: string, remarks: Remarks): void {
  const made = toField(field, value, at, remarks);
  if (made !== undefined) members[field.name] = made;
}

function toField(field: Field, value: unknown, at: string, remarks: Remarks): unknown {
  if (value === null && !takesNull(field)) return undefined;
  if (field.map) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse(remarks, at, 'must be an object');
    const entries = Object.entries(value).map(([key, item]) => [key, toValue(field, item, `${at}/${key}`, remarks)]);
    return Object.fromEntries(entries);
  }
  if (!field.repeated) return toValue(field, value, at, remarks);
  if (!Array.isArray(value)) return refuse(remarks, at, 'must be a list');
  return value.map((item, index) => toValue(field, item, `${at}/${index}`, remarks));
}

function takesNull({ resolvedType }: Field): boolean {
  return (
    resolvedType !== null && ['google.protobuf.Value', 'google.protobuf.NullValue'].includes(fullName(resolvedType))
  );
}

function toValue(field: Field, value: unknown, at: string, remarks: Remarks): unknown {
  const message = messageOf(field);
  if (message) return toMembers(value, message, at, remarks);
  const { resolvedType } = field;
  if (resolvedType !== null && 'values' in resolvedType) {
    if (value === null) return 0;
    const { values, valuesById } = resolvedType;
    if (typeof value === 'string' && Object.hasOwn(values, value)) return values[value];
    if (typeof value === 'number' && valuesById[value] !== undefined) return value;
    return refuse(remarks, at, `must be one of ${Object.keys(values).slice(0, 20).join(', ')}`);
  }
  const scalar = toScalar(value, field.type);
  return typeof scalar === 'string' ? refuse(remarks, at, scalar) : scalar.value;
}

function refuse(remarks: Remarks, at: string, message: string): undefined {
  remarks.wrong.push({ at, message });
  return undefined;
}

type Special = (json: unknown, type: Type, at: string, remarks: Remarks) => unknown;

/** A message that JSON writes as text. */
function fromText(parse: (text: string) => unknown, wanted: string): Special {
  return (json, _type, at, remarks) =>
    (typeof json === 'string' ? parse(json) : null) ?? refuse(remarks, at, `must be ${wanted}`);
}

const wrapped: Special = (json, type, at, remarks) => {
  const field = type.fields.value;
  return field && { value: toValue(field, json, at, remarks) };
};

/** `google.protobuf.Value` by the kinds that JSON has. */
const anyValue: Special = (json, type, at, remarks) => {
  if (json === null || json === undefined) return { nullValue: 0 };
  if (typeof json === 'string') return { stringValue: json };
  if (typeof json === 'number') return { numberValue: json };
  if (typeof json === 'boolean') return { boolValue: json };
  const name = Array.isArray(json) ? 'listValue' : 'structValue';
  const field = type.fields[name];
  return field && { [name]: toValue(field, json, at, remarks) };
};

const struct: Special = (json, type, at, remarks) => {
  const { fields } = type.fields;
  return fields && { fields: toField(fields, json, at, remarks) };
};

const list: Special = (json, type, at, remarks) => {
  const { values } = type.fields;
  return values && { values: toField(values, json, at, remarks) };
};

const any: Special = (json, type, at, remarks) => {
  const { '@type': url, ...rest } = (typeof json === 'object' && json !== null ? json : {}) as Members;
  const inner = typeof url === 'string' ? type.root.lookup(url.slice(url.lastIndexOf('/') + 1)) : null;
  if (inner === null || !('fieldsArray' in inner))
    return refuse(remarks, `${at}/@type`, 'must name a message of the .proto files');
  const known = inner as Type;
  const members = toMembers(wellKnown[fullName(known)] ? rest.value : rest, known, at, remarks) ?? {};
  return { type_url: url, value: known.encode(known.create(members)).finish() };
};

const wellKnown: Readonly<Record<string, Special | undefined>> = {
  'google.protobuf.Timestamp': fromText(parseTimestamp, 'a time as RFC 3339 has it, such as "2026-11-21T08:00:00Z"'),
  'google.protobuf.Duration': fromText(parseDuration, 'seconds such as "1.5s"'),
  'google.protobuf.FieldMask': fromText((text) => ({ paths: parseFieldMask(text) }), 'names with commas between them'),
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
