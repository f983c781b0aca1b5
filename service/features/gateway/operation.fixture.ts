import type { Contract, Operation, Parameter, Schema } from '../../../contract/model.ts';

/** An operation for tests, different from the barest one where it matters. */
export function anOperation(difference: Partial<Operation> = {}): Operation {
  return {
    id: 'operation',
    slug: 'operation',
    kind: 'operation',
    method: 'get',
    path: '/',
    pointer: '/paths/~1/get',
    summary: 'An operation',
    deprecated: false,
    tags: ['Other'],
    parameters: [],
    responses: [],
    security: [],
    servers: [],
    extensions: {},
    ...difference,
  };
}

/** A parameter for tests, with the style that OpenAPI gives where none is declared. */
export function aParameter(difference: Partial<Parameter> & Pick<Parameter, 'name' | 'in'>): Parameter {
  const style = difference.in === 'query' || difference.in === 'cookie' ? 'form' : 'simple';
  return {
    required: difference.in === 'path',
    deprecated: false,
    schema: { type: 'string' },
    style,
    explode: (difference.style ?? style) === 'form',
    allowReserved: false,
    examples: [],
    pointer: '',
    ...difference,
  };
}

/** A contract for tests. */
export function aContract(operations: readonly Operation[], schemas: Readonly<Record<string, Schema>> = {}): Contract {
  return {
    api: 'api',
    version: 'v1',
    file: '/openapi.yaml',
    specification: '3.1',
    info: { title: 'API', version: '1' },
    servers: [],
    tags: [],
    operations,
    webhooks: [],
    schemas,
    securitySchemes: {},
    document: { components: { schemas } },
    warnings: [],
  };
}
