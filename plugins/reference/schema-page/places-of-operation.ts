import type { MediaType, Operation, Schema } from '../../../contract/model.ts';

/** A schema of an operation, and where it stands, in words. */
export interface SchemaPlace {
  readonly where: string;
  readonly schema: Schema;
}

/** Every schema that an operation has: `request body`, `answer 201`, `query parameter page`, `header ETag of answer 200`. */
export function* placesOfOperation(operation: Operation, prefix = ''): Generator<SchemaPlace> {
  const isWebhook = operation.kind === 'webhook';
  for (const { name, in: at, schema } of operation.parameters)
    yield { where: `${prefix}${at} parameter ${name}`, schema };
  if (operation.requestBody) {
    yield* inContent(`${prefix}${isWebhook ? 'payload' : 'request body'}`, operation.requestBody.content);
  }
  for (const { status, headers, content } of operation.responses) {
    const answer = `${isWebhook ? 'your answer' : 'answer'} ${status}`;
    yield* inContent(prefix + answer, content);
    for (const { name, schema } of headers) yield { where: `${prefix}header ${name} of ${answer}`, schema };
  }
  for (const { name, request } of operation.callbacks) yield* placesOfOperation(request, `callback ${name}, `);
}

function* inContent(where: string, content: readonly MediaType[]): Generator<SchemaPlace> {
  for (const { schema, itemSchema } of content) {
    for (const one of [schema, itemSchema]) if (one !== undefined) yield { where, schema: one };
  }
}
