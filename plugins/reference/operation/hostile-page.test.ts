import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { dangersIn, HOSTILE_NAMES } from '../../../tests/support/hostile-strings.ts';
import { anOperation, aParameter } from '../../../contract/model.fixture.ts';
import type { Contract, Operation } from '../../../contract/model.ts';
import { pageOf } from './page.fixture.ts';
import { isWebAddress } from './web-address.ts';

/** An operation whose every text is this one. */
function hostileOperation(text: string): Partial<Operation> {
  const schema = {
    title: text,
    description: text,
    enum: [text],
    default: text,
    pattern: text,
    properties: { [text]: { description: text } },
  };
  const content = [
    {
      type: text,
      schema,
      examples: [{ name: text, summary: text, value: text }],
      encoding: { [text]: { contentType: text, headers: { [text]: { description: text, example: text } } } },
    },
  ];
  const header = { name: text, required: true, description: text, schema, examples: [{ name: text, value: text }] };
  const link = { name: text, description: text, parameters: { [text]: text }, requestBody: text };
  const variables = { [text]: { default: text, enum: [text], description: text } };
  const request = anOperation({ kind: 'callback', path: text, summary: text, description: text });
  return {
    path: text,
    summary: text,
    description: text,
    parameters: [
      aParameter({
        name: text,
        in: 'query',
        description: text,
        schema,
        examples: [{ name: text, summary: text, value: text }],
      }),
    ],
    requestBody: { required: true, description: text, content },
    responses: [{ status: '200', description: text, headers: [header], content, links: [link] }],
    servers: [{ url: text, description: text, variables }],
    hasOwnServers: true,
    callbacks: [{ name: text, request }],
    security: [{ [text]: [text] }],
    externalDocs: { url: text, description: text },
    deprecated: true,
    extensions: {
      'x-badges': [text, { name: text, color: text }],
      'x-codeSamples': [{ lang: text, label: text, source: text }],
      'x-deprecated-since': text,
      'x-sunset': `2026-01-01${text}`,
      'x-replaced-by': text,
    },
  };
}

function schemes(text: string): Partial<Contract> {
  const flows = { [text]: { tokenUrl: text, scopes: { [text]: text } } };
  return { securitySchemes: Object.fromEntries([[text, { type: 'oauth2', description: text, name: text, flows }]]) };
}

test('of every text of a description, only sanitised HTML and addresses of the web reach a page as such', () => {
  for (const text of HOSTILE_NAMES) {
    for (const [key, value] of stringsOf(pageOf(hostileOperation(text), schemes(text)))) {
      if (key.endsWith('Html')) expect(dangersIn(JSDOM.fragment(value)), `${key}: ${text}`).toEqual([]);
      if (key === 'href') expect(isWebAddress(value), value).toBe(true);
    }
  }
});

function* stringsOf(value: unknown, key = ''): Generator<[key: string, value: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inside] of Object.entries(value)) yield* stringsOf(inside, Array.isArray(value) ? key : name);
  }
}
