import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OperationPage, ReferenceNav } from '../../../../contract/reference-page';
import { bearer, operationPage, parameter } from '../page.fixture';
import { describeRequest, fieldKey, maskedKey, type FormValues, type RequestDescription } from '../request';
import { readyRequest } from '../../samples';
import { fillForm } from './fill/fill-form';
import { OPEN_VALUE, type FormatId } from './foreign-request';
import { formats, writeFormat } from './formats';
import { operationMatcher } from './match/match-operation';
import { readForeign } from './read-foreign';

const origin = 'https://portal.example';
const text = { type: 'string' };
const page: OperationPage = operationPage({
  method: 'post',
  path: '/things/{id}/parts/{tags}',
  parameters: [
    parameter({ name: 'id', in: 'path' }),
    parameter({
      name: 'tags',
      in: 'path',
      style: 'matrix',
      explode: true,
      schema: { type: 'array of string', items: text },
    }),
    parameter({ name: 'q', in: 'query' }),
    parameter({
      name: 'ids',
      in: 'query',
      explode: false,
      schema: { type: 'array of integer', items: { type: 'integer' } },
    }),
    parameter({
      name: 'filter',
      in: 'query',
      style: 'deepObject',
      explode: true,
      schema: { type: 'object', additional: text },
    }),
    parameter({ name: 'X-Trace', in: 'header' }),
    parameter({ name: 'theme', in: 'cookie' }),
  ],
  body: {
    required: true,
    descriptionHtml: '',
    content: [
      { type: 'application/json', schema: { type: 'object' }, examples: [] },
      { type: 'application/x-www-form-urlencoded', schema: { type: 'object' }, examples: [] },
      {
        type: 'multipart/form-data',
        schema: {
          type: 'object',
          properties: [
            { name: 'logo', required: false, schema: { type: 'string', format: 'binary' } },
            { name: 'size', required: false, schema: { type: 'integer' } },
          ],
        },
        examples: [],
      },
      { type: 'application/xml', schema: { type: 'object' }, examples: [] },
      { type: 'text/plain', schema: text, examples: [] },
    ],
  },
});
const nav: ReferenceNav = {
  ...{ api: 'cardea', version: 'v2', title: 'Cardea' },
  groups: [
    {
      name: 'Things',
      slug: 'things',
      items: [{ title: page.title, slug: page.slug, method: 'post', path: page.path, deprecated: false }],
    },
  ],
};
const match = operationMatcher(nav);

const special = [
  "'",
  '"',
  '\\',
  '`',
  '$',
  '$(id)',
  '${x}',
  '{{',
  '}}',
  '{{open}}',
  '%',
  '%41',
  '&',
  '=',
  '+',
  ';',
  ',',
  '#',
  '!',
  '^',
  '@',
  '<',
  '>',
  'é',
  '\u{1f600}',
  'a',
  ' ',
  '0',
];
const line = fc.array(fc.constantFrom(...special), { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
/** A text that is left open (`{{x}}`) is left out of a form: it is no value. */
const value = line.filter((one) => !OPEN_VALUE.test(one));
const plain = fc
  .string({ unit: fc.constantFrom(...'abc019 -_=;"\\/'), minLength: 1 })
  .filter((one) => one === one.trim());
const json = fc.jsonValue({ maxDepth: 3 }).map((one) => JSON.stringify(one, null, 2));

/** A body that every format can hold: a .http file has no way to write some lines, and says so (see below). */
const body = fc.oneof(
  json.map((one) => ({ mediaType: 0, body: one })),
  fc
    .array(fc.tuple(value, value), { minLength: 1 })
    .map((pairs) => ({ mediaType: 1, body: new URLSearchParams(pairs).toString() })),
  // curl ends a part’s name at the first `=`, and knows no other way to write one.
  fc
    .dictionary(
      value.filter((name) => !name.includes('=')),
      value,
      { minKeys: 1, maxKeys: 4 },
    )
    .map((parts) => ({ mediaType: 2, body: JSON.stringify(parts) })),
  fc
    .constantFrom('<a>\n  <b c="1">x &amp; y</b>\n</a>', "<x>it's $HOME</x>")
    .map((one) => ({ mediaType: 3, body: one })),
  fc.array(value, { minLength: 1, maxLength: 4 }).map((lines) => ({ mediaType: 4, body: lines.join('\n') })),
);

const form: fc.Arbitrary<FormValues> = fc
  .record({
    id: value,
    tags: fc.array(value, { minLength: 1, maxLength: 3 }),
    q: value,
    ids: fc.array(fc.integer(), { minLength: 1, maxLength: 3 }),
    filter: fc.dictionary(value, value, { minKeys: 1, maxKeys: 3 }),
    trace: plain,
    theme: value,
    body,
  })
  .filter(({ id }) => !/^\.{1,2}$/.test(id))
  .map((one) => ({
    parameters: {
      'path:id': one.id,
      'path:tags': JSON.stringify(one.tags),
      'query:q': one.q,
      'query:ids': JSON.stringify(one.ids),
      'query:filter': JSON.stringify(one.filter),
      'header:X-Trace': one.trace,
      'cookie:theme': one.theme,
    },
    ...one.body,
  }));

function sent(values: FormValues, key: string | null = maskedKey): RequestDescription {
  const decision = describeRequest({ ...page, security: [[bearer]] }, values, { serviceUrl: '', key });
  if (decision.kind !== 'request') throw new Error(decision.problems[0]?.message);
  return decision.request;
}

const about = { title: page.title, id: page.id, credential: maskedKey, now: new Date(0) };

async function through(id: FormatId, values: FormValues): Promise<FormValues> {
  const { text: written } = await writeFormat(id, sent(values), origin, about);
  const reading = readForeign(written);
  if (reading.kind === 'problem') throw new Error(`${reading.sentence}\n${written}`);
  expect(reading.format).toBe(id);
  expect(reading.requests).toHaveLength(1);
  const found = match(reading.requests[0]!);
  if (found.kind === 'none') throw new Error(found.why);
  return fillForm({ ...page, security: [[bearer]] }, reading.requests[0]!, found.path).values;
}

describe.each(formats)('$name', ({ id }) => {
  test('holds a request, and gives it back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(form, async (values) => {
        const written = await writeFormat(id, sent(values), origin, about);
        // What a format cannot hold it says.
        fc.pre(written.limits.length === 0);
        const again = await through(id, values);
        expect(readyRequest(sent(again), origin)).toEqual(readyRequest(sent(values), origin));
        expect(again.body.length > 0).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  test('has the key only where it is put in on purpose', async () => {
    const values = { parameters: { 'path:id': 'a', 'path:tags': '["b"]' }, mediaType: 0, body: '{}' };
    const masked = await writeFormat(id, sent(values), origin, about);
    expect(masked.text).toContain(maskedKey);
    const whole = await writeFormat(id, sent(values, 'ptl_test_mine'), origin, {
      ...about,
      credential: 'ptl_test_mine',
    });
    expect(whole.text).toContain('ptl_test_mine');
    expect(whole.text).not.toContain(maskedKey);
  });

  test('never brings its credential into the form', async () => {
    const values = { parameters: { 'path:id': 'a', 'path:tags': '["b"]' }, mediaType: 0, body: '{}' };
    const { text: written } = await writeFormat(id, sent(values, 'ptl_test_mine'), origin, {
      ...about,
      credential: 'ptl_test_mine',
    });
    const reading = readForeign(written);
    if (reading.kind === 'problem') throw new Error(reading.sentence);
    const found = match(reading.requests[0]!);
    if (found.kind === 'none') throw new Error(found.why);
    const filled = fillForm({ ...page, security: [[bearer]] }, reading.requests[0]!, found.path);
    expect(JSON.stringify([filled.values, filled.notes])).not.toContain('ptl_test_mine');
    expect(filled.credentials.offer?.held).toEqual([['key', { kind: 'text', text: 'ptl_test_mine' }]]);
  });
});

test('every field of a page has a value after an import, so that nothing of the form before is left', async () => {
  const values = await through('curl', {
    parameters: { 'path:id': 'a', 'path:tags': '["b"]' },
    mediaType: 0,
    body: '',
  });
  expect(Object.keys(values.parameters).toSorted()).toEqual(page.parameters.map(fieldKey).toSorted());
});

test('a .http file says what it has no way to write', async () => {
  const values = {
    parameters: { 'path:id': 'a', 'path:tags': '["b"]' },
    mediaType: 4,
    body: '### not a request\n< ./not-a-file',
  };
  const { limits } = await writeFormat('http', sent(values), origin, about);
  expect(limits).toEqual([
    expect.stringContaining('a line that begins with ### and a line that begins with < or > and a space'),
  ]);
});
