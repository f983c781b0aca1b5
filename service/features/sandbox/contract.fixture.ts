import type { Contract, MediaType, Operation, Response, Schema } from '../../../contract/model.ts';

/** An operation for tests, different from the barest one where it matters. */
export function anOperation(difference: Partial<Operation> & Pick<Operation, 'method' | 'path'>): Operation {
  return {
    id: `${difference.method} ${difference.path}`,
    slug: 'operation',
    kind: 'operation',
    pointer: '',
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

/** A response of one JSON body. */
export function aResponse(status: string, schema?: Schema, example?: unknown): Response {
  const media: MediaType = {
    type: 'application/json',
    schema,
    examples: example === undefined ? [] : [{ name: 'default', value: example }],
  };
  return { status, description: '', headers: [], content: schema === undefined ? [] : [media], links: {} };
}

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
