import type { Contract, MediaType, Operation, Parameter, Response, Schema } from './model.ts';

/** An operation for tests, different from the barest one where it matters. */
export function anOperation(difference: Partial<Operation> = {}): Operation {
  const { method = 'get', path = '/' } = difference;
  return {
    id: `${method} ${path}`,
    slug: 'operation',
    kind: 'operation',
    method,
    path,
    pointer: '/paths/~1/get',
    summary: 'An operation',
    deprecated: false,
    tags: ['Other'],
    parameters: [],
    responses: [],
    security: [],
    servers: [],
    hasOwnServers: false,
    callbacks: [],
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

/** A response of one JSON body, or of none. */
export function aResponse(status: string, schema?: Schema, example?: unknown): Response {
  const examples = example === undefined ? [] : [{ name: 'default', value: example }];
  const media: MediaType = { type: 'application/json', schema, examples };
  return { status, description: '', headers: [], content: schema === undefined ? [] : [media], links: [] };
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
    tagGroups: [],
    operations,
    webhooks: [],
    schemas,
    securitySchemes: {},
    document: { components: { schemas } },
    warnings: [],
  };
}
