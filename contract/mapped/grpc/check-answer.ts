import type { Field, Type } from 'protobufjs';
import type { Contract, Schema } from '../../model.ts';
import { type SchemaShape, shapeOf } from '../../schema-shape.ts';
import {
  fieldOf,
  fullName,
  isWide,
  jsonTypeOf,
  jsonTypeOfItem,
  messageOf,
  nameOf,
  type NamesOfFields,
} from './fields.ts';

const deepest = 8;

/** Sentences on what the contract promises of an answer, and the message does not give. */
export function checkMessage(
  contract: Contract,
  schema: Schema | undefined,
  message: Type,
  names: NamesOfFields,
): readonly string[] {
  const lookInto = (inner: Schema | undefined, type: Type, at: string, depth: number): readonly string[] => {
    if (depth > deepest) return [];
    const shape = shapeOf(contract, inner);
    const fields = new Map(type.fieldsArray.map((field) => [nameOf(field, names), field]));
    const missing = [...shape.required].filter((name) => !fields.has(name) && !isWriteOnly(contract, shape, name));
    return [
      ...missing.map(
        (name) =>
          `the contract promises ${at}${name}, and ${fullName(type)} has no such field${hint(type, name, names)}.`,
      ),
      ...[...shape.properties].flatMap(([name, property]) => {
        const field = fields.get(name);
        return field ? look(property, field, `${at}${name}`, depth) : [];
      }),
    ];
  };
  const look = (property: Schema, field: Field, at: string, depth: number): readonly string[] => {
    const shape = shapeOf(contract, property);
    if (!isAllowed(shape, jsonTypeOf(field))) return [describeMismatch(shape, field, at)];
    const items = field.repeated && !field.map ? shapeOf(contract, shape.items) : undefined;
    if (items && !isAllowed(items, jsonTypeOfItem(field))) return [describeMismatch(items, field, at)];
    const inner = messageOf(field);
    if (!inner || field.map || jsonTypeOfItem(field) !== 'object') return [];
    return lookInto(items ? shape.items : property, inner, `${at}.`, depth + 1);
  };
  return lookInto(schema, message, '', 0);
}

/** Whether a list, or a field of one value, is what the contract says of the whole answer. */
export function checkAnswerField(contract: Contract, schema: Schema | undefined, field: Field): readonly string[] {
  const shape = shapeOf(contract, schema);
  return isAllowed(shape, jsonTypeOf(field)) ? [] : [describeMismatch(shape, field, 'the answer')];
}

function isAllowed({ types }: SchemaShape, type: ReturnType<typeof jsonTypeOf>): boolean {
  return type === 'any' || types.size === 0 || types.has(type) || (type === 'integer' && types.has('number'));
}

function describeMismatch({ types }: SchemaShape, field: Field, at: string): string {
  const said = [...types].join(' or ');
  const given = field.repeated ? `${jsonTypeOfItem(field)}s` : jsonTypeOf(field);
  const reason = isWide(field) ? `: proto3’s JSON writes ${field.type} as text, so that no digit is lost` : '';
  return `${at} is ${said} in the contract, and the field "${field.name}" gives ${given}${reason}. Let the contract say so.`;
}

function isWriteOnly(contract: Contract, { properties }: SchemaShape, name: string): boolean {
  return shapeOf(contract, properties.get(name)).writeOnly;
}

function hint(type: Type, name: string, names: NamesOfFields): string {
  const field = fieldOf(type, name);
  if (!field) return '';
  return `; it is "${nameOf(field, names)}", and "names: '${names === 'json' ? 'proto' : 'json'}'" changes that`;
}
