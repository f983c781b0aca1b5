import type { Method } from '../../model.ts';

/** The objects of OpenAPI (3.1 §4.8, 3.2 §4) that can hold a schema or a reference. */
export type Kind =
  | 'description'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'response'
  | 'header'
  | 'link'
  | 'example'
  | 'securityScheme'
  | 'callback'
  | 'schema';

/** What stands under an object's members: one object, a list, or a map of them. Everything else is text or data. */
export interface Rule {
  readonly one?: Readonly<Record<string, Kind>>;
  readonly list?: Readonly<Record<string, Kind>>;
  readonly map?: Readonly<Record<string, Kind>>;
  /** The object is itself a map. */
  readonly each?: Kind;
}

/** In the order in which 3.2 §4.9 lists them. */
export const METHODS: readonly Method[] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

const operations = Object.fromEntries(METHODS.map((method) => [method, 'operation' as const]));

const namedSchemas = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const listedSchemas = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const singleSchemas = [
  ...['additionalProperties', 'items', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'],
  ...['unevaluatedItems', 'unevaluatedProperties', 'contentSchema'],
];
const schemas = (keywords: string[]) => Object.fromEntries(keywords.map((keyword) => [keyword, 'schema' as const]));

/** `example`, `examples` of a schema, `default`, `enum`, `const` and `x-…` are absent on purpose: a `$ref` in them is data. */
export const grammar: Readonly<Record<Kind, Rule>> = {
  description: {
    one: { components: 'components' },
    map: { paths: 'pathItem', webhooks: 'pathItem', 'x-webhooks': 'pathItem' },
  },
  components: {
    map: {
      schemas: 'schema',
      responses: 'response',
      parameters: 'parameter',
      examples: 'example',
      requestBodies: 'requestBody',
      headers: 'header',
      securitySchemes: 'securityScheme',
      links: 'link',
      callbacks: 'callback',
      pathItems: 'pathItem',
      mediaTypes: 'mediaType',
    },
  },
  pathItem: { one: operations, list: { parameters: 'parameter' }, map: { additionalOperations: 'operation' } },
  operation: {
    one: { requestBody: 'requestBody' },
    list: { parameters: 'parameter' },
    map: { responses: 'response', callbacks: 'callback' },
  },
  parameter: { one: { schema: 'schema' }, map: { content: 'mediaType', examples: 'example' } },
  requestBody: { map: { content: 'mediaType' } },
  mediaType: {
    one: { schema: 'schema', itemSchema: 'schema', itemEncoding: 'encoding' },
    list: { prefixEncoding: 'encoding' },
    map: { examples: 'example', encoding: 'encoding' },
  },
  encoding: { map: { headers: 'header' } },
  response: { map: { headers: 'header', content: 'mediaType', links: 'link' } },
  header: { one: { schema: 'schema' }, map: { content: 'mediaType', examples: 'example' } },
  link: {},
  example: {},
  securityScheme: {},
  callback: { each: 'pathItem' },
  schema: { one: schemas(singleSchemas), list: schemas(listedSchemas), map: schemas(namedSchemas) },
};
