// @vitest-environment jsdom
import { CompletionContext } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import type { SchemaView } from '../../../../contract/reference-page';
import { bodyFindings } from './body-findings';
import { completeJson } from './complete-json';
import { schemaParts } from './schema-parts';

const property = (name: string, schema: SchemaView, required = false) => ({ name, required, schema });
const string: SchemaView = { type: 'string' };
const offer: SchemaView = {
  type: 'object',
  properties: [
    property('kind', { type: 'string', enum: ['"diploma"', '"badge"'] }, true),
    property('name', string),
    property('send', { type: 'boolean' }),
    property('id', { ...string, readOnly: true }),
    property('tags', { type: 'array of object', items: { type: 'object', properties: [property('label', string)] } }),
    property('holder', { type: 'object', more: 'Holder' }),
    property('claims', {
      type: 'any',
      alternatives: {
        kind: 'oneOf',
        schemas: [
          { type: 'object', properties: [property('degree', string)] },
          { type: 'object', properties: [property('points', { type: 'integer' })] },
        ],
      },
    }),
  ],
};
const holder: SchemaView = { type: 'object', properties: [property('email', string, true)] };

function parts() {
  const asked: string[] = [];
  const load = async (url: string): Promise<Response> => {
    asked.push(url);
    return new Response(JSON.stringify(holder));
  };
  return { asked, ...schemaParts({ api: 'cardea', version: 'v2' }, load) };
}

/** What is offered at `|`. */
async function offered(text: string, isAsked = true): Promise<string[]> {
  const position = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: json() });
  const result = await completeJson(offer, parts())(new CompletionContext(state, position, isAsked));
  return result?.options.map(({ label }) => label) ?? [];
}

describe('what is offered', () => {
  test.each([
    ['{|}', ['"kind"', '"name"', '"send"', '"tags"', '"holder"', '"claims"']],
    ['{"kind": "badge", |}', ['"name"', '"send"', '"tags"', '"holder"', '"claims"']],
    ['{\n  "na|"\n}', ['"kind"', '"name"', '"send"', '"tags"', '"holder"', '"claims"']],
    ['{"kind": |}', ['"diploma"', '"badge"']],
    ['{"kind": "d|"}', ['"diploma"', '"badge"']],
    ['{"kind": |\n  "name": "x"}', ['"diploma"', '"badge"']],
    ['{"send": |}', ['true', 'false']],
    ['{"tags": [{|}]}', ['"label"']],
    ['{"tags": |}', ['[]']],
    ['{"claims": {|}}', ['"degree"', '"points"']],
    ['{"holder": {|}}', ['"email"']],
    ['|', []],
    ['{"name": "|"}', []],
  ])('at %s', async (text, want) => {
    expect(await offered(text)).toEqual(want);
  });

  test('without being asked only where something was opened or begun', async () => {
    expect(await offered('{"kind": "badge"|}', false)).toEqual([]);
    expect((await offered('{|}', false)).length).toBeGreaterThan(0);
  });

  test('a part of the schema is fetched once', async () => {
    const here = parts();
    await Promise.all([here.fetch('Holder'), here.fetch('Holder')]);
    await here.fetch('Holder');
    expect(here.asked).toEqual(['/reference/cardea/v2/parts/Holder.json']);
  });

  test('a part that cannot be had says nothing', async () => {
    const offline = schemaParts({ api: 'a', version: 'b' }, () => Promise.reject(new Error('offline')));
    expect(await offline.fetch('Holder')).toEqual({ type: 'any' });
  });
});

describe('a body is compared with the contract', () => {
  test('in its parts, too', async () => {
    const found = await bodyFindings(() => '{"kind": "badge", "holder": {}}', offer, parts());
    expect(found).toEqual([
      { pointer: '/holder/email', message: 'The contract asks for a string; here is nothing.', isBreach: true },
    ]);
  });

  test('only once it is JSON', async () => {
    expect(await bodyFindings(() => '{"kind": ', offer, parts())).toEqual([]);
  });
});
