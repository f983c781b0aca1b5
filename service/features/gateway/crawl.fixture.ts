import type { InjectOptions } from 'fastify';
import type { Contract, Operation, Parameter } from '../../../contract/model.ts';
import { sampleSchema } from '../../../contract/sample.ts';

/** The request that the reference page of an operation shows: the contract's examples, and samples where it has none. */
export function exampleRequest(contract: Contract, operation: Operation, key: string): InjectOptions {
  const valueOf = (parameter: Parameter) =>
    String(parameter.examples[0]?.value ?? sampleSchema(contract, parameter.schema, 'request'));
  const inRoom = (room: Parameter['in']) =>
    operation.parameters.filter((parameter) => parameter.in === room && parameter.required);
  const path = inRoom('path').reduce(
    (whole, parameter) => whole.replace(`{${parameter.name}}`, encodeURIComponent(valueOf(parameter))),
    operation.path,
  );
  const query = new URLSearchParams(
    inRoom('query').map((parameter): [string, string] => [parameter.name, valueOf(parameter)]),
  );
  const headers = Object.fromEntries(
    inRoom('header').map((parameter) => [parameter.name.toLowerCase(), valueOf(parameter)]),
  );
  const media = operation.requestBody?.content[0];
  const schema = media?.schema;
  const body =
    media?.examples[0]?.value ?? (schema === undefined ? undefined : sampleSchema(contract, schema, 'request'));
  return {
    method: operation.method.toUpperCase(),
    url: `/gateway/${contract.api}/${contract.version}${path}${query.size === 0 ? '' : `?${query.toString()}`}`,
    headers: {
      ...headers,
      authorization: `Bearer ${key}`,
      ...(media !== undefined && { 'content-type': media.type }),
    },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
