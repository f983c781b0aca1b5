import { HOSTILE_NAMES, HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import { STRANGE_NAMES } from './hostile-names.ts';

type Json = Readonly<Record<string, unknown>>;
type Entry = readonly [string, unknown];

const PWN = (text: string) => text.replaceAll('alert(1)', 'window.__pwned=1');
const VECTORS = HOSTILE_NAMES.map(PWN);
const TEXTS = HOSTILE_STRINGS.map(PWN);
/** Texts a page: all of them come up in some operation. */
const A_PAGE = Math.ceil(TEXTS.length / VECTORS.length);
const DEPTH = 200;
const MANY = 100_000;

/** A description whose every name and text is hostile or odd, as indented JSON, so that a place in it is a line. */
export function hostileDescription(): string {
  const description = {
    openapi: '3.1.0',
    info: {
      title: `Hostile ${VECTORS[0]}`,
      version: VECTORS[7],
      description: TEXTS.slice(0, 200).join('\n\n'),
      termsOfService: 'javascript:window.__pwned=1',
      contact: { name: VECTORS[1], url: 'javascript:window.__pwned=1', email: VECTORS[2] },
      license: { name: VECTORS[3], url: 'data:text/html,<script>window.__pwned=1</script>' },
    },
    externalDocs: { url: 'javascript:window.__pwned=1', description: VECTORS[4] },
    servers: VECTORS.slice(0, 12).map((url) => ({
      url,
      description: url,
      variables: named([url], () => ({ default: url, enum: [url] })),
    })),
    tags: [...STRANGE_NAMES, ...VECTORS].map((name) => ({
      name,
      description: name,
      externalDocs: { url: name, description: name },
    })),
    paths: Object.fromEntries<unknown>([
      ...STRANGE_NAMES.map((name, at): Entry => [`/strange/${at}/{${name}}`, { get: strange(name) }]),
      ...VECTORS.map((text, at): Entry => [`/vectors/${at}`, { post: hostile(text, at) }]),
      [
        '/deep',
        { post: { operationId: 'deep', requestBody: json(deep()), responses: { 200: { description: 'Deep' } } } },
      ],
    ]),
    webhooks: named(VECTORS.slice(0, 8), (text) => ({
      post: { operationId: `hook ${text}`, summary: text, responses: { 200: { description: text } } },
    })),
    components: {
      schemas: {
        ...named(STRANGE_NAMES, strangeSchema),
        Deep: deep(),
        Many: { enum: many() },
        ...named(VECTORS, hostileSchema),
      },
      securitySchemes: named(VECTORS.slice(0, 10), (text) => ({
        type: 'oauth2',
        description: text,
        flows: { clientCredentials: { tokenUrl: text, scopes: named([text], () => text) } },
      })),
    },
  };
  return JSON.stringify(description, null, 1);
}

const json = (schema: unknown): Json => ({ content: { 'application/json': { schema } } });
/** Also `__proto__` becomes a member. */
const named = <T>(names: readonly string[], value: (name: string) => T) =>
  Object.fromEntries(names.map((name) => [name, value(name)]));
const pointer = (name: string) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

function strange(name: string): Json {
  const parameter = { name, description: name, schema: { type: 'string' } };
  const schema = { $ref: `#/components/schemas/${pointer(name)}` };
  return {
    operationId: name,
    tags: [name],
    parameters: [
      { ...parameter, in: 'path', required: true },
      { ...parameter, in: 'query' },
      { ...parameter, in: 'header' },
    ],
    responses: {
      200: { description: name, headers: named([name], () => ({ schema: { type: 'string' } })), ...json(schema) },
    },
  };
}

const strangeSchema = (name: string): Json => ({
  type: 'object',
  title: name,
  required: [name],
  properties: named([name, '__proto__', 'constructor'], (property) => ({
    type: 'object',
    description: property,
    properties: named([name], () => ({ enum: [name] })),
  })),
});

function hostileSchema(text: string): Json {
  return {
    title: text,
    description: text,
    default: text,
    examples: [text],
    pattern: text,
    enum: [text, 'other'],
    externalDocs: { url: text },
    properties: named([text], () => ({ description: text, const: text })),
  };
}

function hostile(text: string, at: number): Json {
  const schema = {
    ...hostileSchema(text),
    anyOf: [hostileSchema(text), { title: text }],
    discriminator: { propertyName: text },
  };
  const content = {
    [text.includes('/') ? text : `text/${text}`]: {
      schema,
      examples: named([text], () => ({ summary: text, value: text })),
    },
    ...(json(schema).content as Json),
  };
  return {
    operationId: text,
    summary: text,
    description: TEXTS.slice(at * A_PAGE, (at + 1) * A_PAGE).join('\n\n'),
    tags: [text],
    deprecated: true,
    security: [named([text], () => [text])],
    servers: [{ url: text, description: text }],
    externalDocs: { url: text, description: text },
    parameters: [{ name: text, in: 'query', description: text, schema, example: text }],
    requestBody: { description: text, content },
    responses: {
      200: {
        description: text,
        content,
        headers: named([text], () => ({ description: text, schema, example: text })),
        links: named([text], () => ({ description: text, operationId: text, parameters: named([text], () => text) })),
      },
    },
    callbacks: named([text], () =>
      named([text], () => ({ post: { summary: text, description: text, requestBody: { content }, responses: {} } })),
    ),
    'x-badges': [{ name: text, color: text }],
    'x-codeSamples': [{ lang: text, label: text, source: text }],
    'x-deprecated-since': text,
    'x-replaced-by': text,
  };
}

function deep(): Json {
  let schema: Json = { type: 'string', description: 'The bottom' };
  for (let level = DEPTH; level > 0; level--) schema = { type: 'object', properties: { [`level${level}`]: schema } };
  return schema;
}

/** 2 MB. */
const many = () => Array.from({ length: MANY }, (_, index) => `value-number-${index}`);
