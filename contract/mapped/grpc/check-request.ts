import type { Field, Type } from 'protobufjs';
import type { Contract, Operation, Schema } from '../../model.ts';
import { shapeOf } from '../../schema-shape.ts';
import type { Binding } from '../bind.ts';
import { findOffered } from '../offered.ts';
import { sourceText } from '../source.ts';
import { fieldOf, fullName, jsonTypeOf, jsonTypeOfItem, messageOf } from './fields.ts';

/** Deeper than this nobody looks: messages may contain themselves. */
const deepest = 8;

/** What is wrong with a path of fields, `thing.owner`; the field where nothing is. */
export function findField(type: Type, target: string): Field | string {
  let message: Type | undefined = type;
  let field: Field | undefined;
  for (const name of target.split('.')) {
    if (!message) return `"${target}" leads into a field that holds one value.`;
    if (field?.repeated || field?.map) return `"${target}" leads into a list. Name the list itself.`;
    field = fieldOf(message, name);
    if (!field) {
      const names = message.fieldsArray.map((each) => each.name).join(', ');
      return `${fullName(message)} has no field "${name}". It has ${names || 'none'}.`;
    }
    message = messageOf(field);
  }
  return field ?? `"${target}" names no field.`;
}

/** Sentences on what the contract lets a request carry, and the message cannot hold. */
export function checkRequest(
  { contract, operation, unused }: { contract: Contract; operation: Operation; unused: readonly string[] },
  request: Type,
  bindings: readonly Binding[],
): readonly string[] {
  const look = (schema: Schema, field: Field, at: string, depth: number): readonly string[] => {
    if (unused.includes(at)) return [];
    const shape = shapeOf(contract, schema);
    const type = jsonTypeOf(field);
    const isKnown = shape.types.size > 0 && type !== 'any';
    const wanted = type === 'object' || type === 'array' ? type : 'one value';
    const isOne = [...shape.types].some((each) => each !== 'object' && each !== 'array');
    if (isKnown && (wanted === 'one value' ? !isOne : !shape.types.has(wanted)))
      return [
        `${at} is ${[...shape.types].join(' or ')} in the contract, and the field "${field.name}" takes ${spoken(wanted)}.`,
      ];
    const message = field.map ? undefined : messageOf(field);
    if (!message || depth >= deepest || jsonTypeOfItem(field) !== 'object' || isOpen(message)) return [];
    const inner = field.repeated ? shapeOf(contract, shape.items) : shape;
    return [...inner.properties].flatMap(([name, property]) => {
      const place = `${at}.${name}`;
      if (shapeOf(contract, property).readOnly || unused.includes(place)) return [];
      const below = fieldOf(message, name);
      return below
        ? look(property, below, place, depth + 1)
        : [`${place} has no field in ${fullName(message)}. Name it under "unused" where it is not meant to arrive.`];
    });
  };
  return bindings.flatMap(({ target, source }) => {
    const field = findField(request, target);
    const offered = findOffered(contract, operation, source);
    return typeof field === 'string' || !offered ? [] : look(offered.schema, field, sourceText(source), 0);
  });
}

function spoken(wanted: string): string {
  return wanted === 'object' ? 'an object' : wanted === 'array' ? 'a list' : wanted;
}

/** These take any members. */
function isOpen(message: Type): boolean {
  return ['google.protobuf.Struct', 'google.protobuf.Any'].includes(fullName(message));
}
