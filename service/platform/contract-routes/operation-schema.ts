import type { Operation, Parameter, Schema } from '../../../contract/model.ts';

/** What Fastify validates before a handler runs. Bodies are chosen by media type: see `body-check.ts`. */
export interface OperationSchema {
  readonly operationId: string;
  readonly params: Schema;
  readonly querystring: Schema;
}

export function operationSchema(operation: Operation): OperationSchema {
  return {
    operationId: operation.id,
    params: objectOf(operation.parameters.filter((parameter) => parameter.in === 'path')),
    querystring: objectOf(operation.parameters.filter((parameter) => parameter.in === 'query')),
  };
}

/** `/journeys/{journey}/progress` → `/journeys/:journey/progress` */
export function routePath(path: string): string {
  return path.replaceAll(/\{([^}]+)\}/g, ':$1');
}

function objectOf(parameters: readonly Parameter[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.schema])),
    required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
  };
}
