import { expect, test } from 'vitest';
import type { SchemaView } from '../../../../../contract/reference-page';
import { checkEvent } from './check-event';

const string: SchemaView = { type: 'string' };
const id: SchemaView = { type: 'object', properties: [{ name: 'id', required: true, schema: string }] };
/** As OpenAPI 3.2 describes a server-sent event. */
const sse: SchemaView = {
  type: 'object',
  properties: [
    { name: 'event', required: false, schema: { type: 'string', enum: ['"made"', '"gone"'] } },
    { name: 'data', required: true, schema: { type: 'string', decoded: id } },
  ],
};

function check(schema: SchemaView, name: string, data: string): readonly string[] {
  const event = { number: 1, atMilliseconds: 1, name, id: null, data };
  return checkEvent(event, schema, new Map()).findings.map(({ pointer, expected }) => `${pointer}: ${expected}`);
}

test.each<[string, SchemaView, string, string, string[]]>([
  ['a line', id, '', '{"id":"x"}', []],
  ['a wrong line', id, '', '{"id":1}', ['/id: a string']],
  ['a line that is no JSON', id, '', 'oops', [': JSON']],
  ['an event by its fields', sse, 'made', '{"id":"x"}', []],
  ['an unknown name', sse, 'odd', '{"id":"x"}', ['/event: one of "made", "gone"']],
  ['an event without a name', sse, 'message', '{"id":"x"}', []],
  ['wrong data of an event', sse, 'made', '{"id":1}', ['/data/id: a string']],
  ['an event whose schema is that of its data', id, 'made', '{}', ['/id: a string']],
])('%s is compared with the schema of an item', (_, schema, name, data, findings) => {
  expect(check(schema, name, data)).toEqual(findings);
});
