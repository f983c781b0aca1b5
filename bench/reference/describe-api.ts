const OPERATIONS_A_TAG = 20;
const VERBS = [
  { verb: 'list', method: 'get', one: false },
  { verb: 'create', method: 'post', one: false },
  { verb: 'get', method: 'get', one: true },
  { verb: 'update', method: 'patch', one: true },
  { verb: 'delete', method: 'delete', one: true },
] as const;
const NOUNS = [
  'Account',
  'Invoice',
  'Payment',
  'Shipment',
  'Contact',
  'Ticket',
  'Device',
  'Report',
  'Session',
  'Policy',
];
const PROSE =
  'Only members of the organization may do this. The answer comes **at once**; what follows from it, such as a message to the ' +
  'contact, follows within a minute.\n\n- Sending the same `Idempotency-Key` twice changes nothing.\n- See [the guide](https://example.com/guide).';

type Json = Record<string, unknown>;

/**
 * An OpenAPI 3.1 description with so many operations: five a resource, twenty a tag, with parameters, bodies, several answers,
 * examples, and schemas that share others and hold themselves. The same number gives the same description.
 */
export function describeApi(operations: number): Json {
  const paths: Record<string, Json> = {};
  const schemas: Record<string, Json> = { Problem: problem, Page: page, Money: money, Person: person };
  for (let at = 0; at < operations; at++) {
    const resource = Math.floor(at / VERBS.length);
    const name = `${NOUNS[resource % NOUNS.length] ?? ''}${resource}`;
    const { verb, method, one } = VERBS[at % VERBS.length] ?? VERBS[0];
    const address = `/${name.toLowerCase()}s${one ? `/{${name.toLowerCase()}Id}` : ''}`;
    schemas[name] ??= resourceSchema(name, resource);
    (paths[address] ??= {})[method] = operation(verb, name, one, `Tag ${Math.floor(at / OPERATIONS_A_TAG) + 1}`);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Generated', version: '1.0.0', description: PROSE },
    servers: [{ url: 'https://api.example.com/v1' }],
    security: [{ key: [] }],
    paths,
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json, example?: Json) => ({ 'application/json': { schema, ...(example && { example }) } });

function operation(verb: (typeof VERBS)[number]['verb'], name: string, one: boolean, tag: string): Json {
  const id = `${name.toLowerCase()}Id`;
  const writes = verb === 'create' || verb === 'update';
  const found =
    verb === 'list'
      ? { allOf: [ref('Page'), { properties: { items: { type: 'array', items: ref(name) } } }] }
      : ref(name);
  const inPath = { name: id, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const filters = ['status', 'createdAfter', 'sort'].map((filter) => ({
    name: filter,
    in: 'query',
    description: `Only those whose ${filter} is this.`,
    schema: filter === 'createdAfter' ? { type: 'string', format: 'date-time' } : { type: 'string' },
  }));
  const refused = { description: 'Refused.', content: { 'application/problem+json': { schema: ref('Problem') } } };
  return {
    operationId: `${verb}${name}`,
    summary: `${verb[0]?.toUpperCase()}${verb.slice(1)} ${verb === 'list' ? `${name}s` : name}`,
    description: PROSE,
    tags: [tag],
    parameters: [...(one ? [inPath] : []), ...(verb === 'list' ? filters : [])],
    ...(writes && { requestBody: { required: true, content: json(ref(name), { name: 'First', labels: ['new'] }) } }),
    responses: {
      ...(verb === 'delete'
        ? { 204: { description: 'Deleted.' } }
        : { 200: { description: 'Done.', content: json(found) } }),
      400: refused,
      404: refused,
      429: { ...refused, headers: { 'Retry-After': { schema: { type: 'integer' } } } },
    },
  };
}

const text = (description: string): Json => ({ type: 'string', description });

const resourceSchema = (name: string, at: number): Json => ({
  type: 'object',
  description: `One ${name}.`,
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', format: 'uuid', readOnly: true },
    name: { ...text('What people call it.'), minLength: 1, maxLength: 80 },
    status: { type: 'string', enum: ['draft', 'open', 'closed'], default: 'draft' },
    amount: ref('Money'),
    owner: ref('Person'),
    labels: { type: 'array', items: { type: 'string' }, maxItems: 20 },
    metadata: { type: 'object', additionalProperties: { type: 'string' } },
    parent: ref(name),
    related: at > 0 ? ref(`${NOUNS[(at - 1) % NOUNS.length] ?? ''}${at - 1}`) : ref('Person'),
    createdAt: { type: 'string', format: 'date-time', readOnly: true },
  },
});

const problem: Json = {
  type: 'object',
  properties: {
    type: text('Which problem.'),
    title: text('In words.'),
    status: { type: 'integer' },
    detail: text('This time.'),
  },
};
const page: Json = {
  type: 'object',
  properties: { nextCursor: text('Where the next page begins.'), total: { type: 'integer' } },
};
const money: Json = {
  type: 'object',
  required: ['value', 'currency'],
  properties: {
    value: { type: 'integer', description: 'In the smallest unit.' },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
  },
};
const person: Json = {
  type: 'object',
  properties: { email: { type: 'string', format: 'email' }, name: text('In full.'), manager: ref('Person') },
};
