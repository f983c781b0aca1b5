import type { Field, ReflectionObject, Type } from 'protobufjs';
import type { JsonType } from '../../schema-shape.ts';

export type NamesOfFields = 'json' | 'proto';

/** What a field is called in JSON (https://protobuf.dev/programming-guides/json/): its `json_name`, or its name in lowerCamelCase. */
export function nameOf(field: Field, names: NamesOfFields): string {
  if (names === 'proto') return field.name;
  const stated: unknown = field.options?.json_name;
  if (typeof stated === 'string') return stated;
  return field.name.replace(/_+([a-zA-Z0-9])?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '');
}

/** A field by the name that JSON or the file gives it. */
export function fieldOf(type: Type, name: string): Field | undefined {
  const own = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
  return own ?? type.fieldsArray.find((field) => nameOf(field, 'json') === name);
}

/** The message that a field holds; undefined where it holds a scalar or an enum. */
export function messageOf(field: Field): Type | undefined {
  const type = field.resolvedType;
  return type !== null && isMessage(type) ? type : undefined;
}

function isMessage(type: ReflectionObject): type is Type {
  return 'fieldsArray' in type;
}

/** `google.protobuf.Timestamp`, as a message is named everywhere. */
export function fullName(type: ReflectionObject): string {
  return type.fullName.replace(/^\./, '');
}

const wellKnown: Readonly<Record<string, JsonType | 'any'>> = {
  'google.protobuf.Timestamp': 'string',
  'google.protobuf.Duration': 'string',
  'google.protobuf.FieldMask': 'string',
  'google.protobuf.DoubleValue': 'number',
  'google.protobuf.FloatValue': 'number',
  'google.protobuf.Int64Value': 'string',
  'google.protobuf.UInt64Value': 'string',
  'google.protobuf.Int32Value': 'integer',
  'google.protobuf.UInt32Value': 'integer',
  'google.protobuf.BoolValue': 'boolean',
  'google.protobuf.StringValue': 'string',
  'google.protobuf.BytesValue': 'string',
  'google.protobuf.ListValue': 'array',
  'google.protobuf.Value': 'any',
};

/** How a message is written in JSON: most are objects. */
export function jsonTypeOfMessage(type: Type): JsonType | 'any' {
  return wellKnown[fullName(type)] ?? 'object';
}

/** How one value of a field is written; of a repeated one, an item. */
export function jsonTypeOfItem(field: Field): JsonType | 'any' {
  const message = messageOf(field);
  if (message) return jsonTypeOfMessage(message);
  if (field.resolvedType !== null)
    return fullName(field.resolvedType) === 'google.protobuf.NullValue' ? 'null' : 'string';
  if (field.type === 'bool') return 'boolean';
  if (field.type === 'double' || field.type === 'float') return 'number';
  return field.type.endsWith('32') ? 'integer' : 'string';
}

export function jsonTypeOf(field: Field): JsonType | 'any' {
  if (field.map) return 'object';
  return field.repeated ? 'array' : jsonTypeOfItem(field);
}

/** Whether a field is a 64-bit integer, which JSON's numbers cannot hold. */
export function isWide(field: Field): boolean {
  return field.type.endsWith('64');
}
