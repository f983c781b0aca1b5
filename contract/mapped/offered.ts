import type { Contract, MediaType, Operation, Schema } from '../model.ts';
import { shapeOf } from '../schema-shape.ts';
import type { MappedSource } from './source.ts';

/** Something that a request of an operation may carry. */
export interface Offered {
  readonly source: MappedSource;
  /** Whether each request has it. */
  readonly required: boolean;
  readonly schema: Schema;
}

const readable = /^(?:[^;]*\/(?:[^;]*\+)?json|application\/x-www-form-urlencoded)\s*(?:;|$)/i;

/** The body that can be taken apart; undefined where there is none. */
export function readableBody(operation: Operation): MediaType | undefined {
  return operation.requestBody?.content.find(({ type }) => readable.test(type));
}

/**
 * What an operation takes in its path, its query and its body. A body is told by its members, or as a whole where they are not known. Headers
 * and cookies feed nothing: headers go on as they come.
 */
export function offeredBy(contract: Contract, operation: Operation): readonly Offered[] {
  const parameters = operation.parameters.flatMap(({ in: room, name, required, schema }): Offered[] =>
    room === 'path' || room === 'query' ? [{ source: { room, members: [name] }, required, schema }] : [],
  );
  const body = readableBody(operation);
  if (body === undefined) return parameters;
  const isSent = operation.requestBody?.required === true;
  const { properties, required } = shapeOf(contract, body.schema);
  if (properties.size === 0) {
    return [...parameters, { source: { room: 'body', members: [] }, required: isSent, schema: body.schema ?? true }];
  }
  const members = [...properties].flatMap(([name, schema]): Offered[] => {
    if (shapeOf(contract, schema).readOnly) return [];
    return [{ source: { room: 'body', members: [name] }, required: isSent && required.has(name), schema }];
  });
  return [...parameters, ...members];
}

/** What a source names; undefined where the contract has nothing there. */
export function findOffered(contract: Contract, operation: Operation, source: MappedSource): Offered | undefined {
  if (source.room !== 'body') {
    const [wanted] = source.members;
    const found = operation.parameters.find(({ in: room, name }) => room === source.room && name === wanted);
    return found && { source, required: found.required, schema: found.schema };
  }
  const body = readableBody(operation);
  if (body === undefined) return undefined;
  let schema: Schema | undefined = body.schema ?? true;
  let isRequired = operation.requestBody?.required === true;
  for (const name of source.members) {
    const { properties, required, additionalProperties, types } = shapeOf(contract, schema);
    isRequired &&= required.has(name);
    const isOpen = properties.size === 0 && (types.size === 0 || types.has('object'));
    schema = properties.get(name) ?? (isOpen ? (additionalProperties ?? true) : undefined);
    if (schema === undefined || schema === false) return undefined;
  }
  return { source, required: isRequired, schema };
}
