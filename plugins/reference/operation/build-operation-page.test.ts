import { describe, expect, test } from 'vitest';
import { aParameter, aResponse } from '../../../contract/model.fixture.ts';
import { pageOf as page } from './page.fixture.ts';
import { serialiseExample } from './serialise-example.ts';

describe('an operation’s page', () => {
  test('has the description as HTML and its beginning as text', () => {
    const { descriptionHtml, excerpt } = page({ description: '# Why\n\nBecause `a < b`.' });
    expect(descriptionHtml).toBe('<h2>Why</h2>\n<p>Because <code>a &#x3C; b</code>.</p>');
    expect(excerpt).toBe('Because a < b.');
  });

  test('a summary that is a paragraph is not its title', () => {
    const summary = 'This event occurs when '.repeat(10);
    expect(page({ summary, kind: 'webhook', path: 'branch_created' })).toMatchObject({ title: 'branch_created' });
    expect(page({ summary, id: 'getIt' })).toMatchObject({
      title: 'getIt',
      descriptionHtml: `<p>${summary.trim()}</p>`,
    });
  });

  test('security names the schemes that the contract declares, and no others', () => {
    const securitySchemes = { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } as const;
    const { security } = page({ security: [{ key: [], ghost: [] }, {}] }, { securitySchemes });
    expect(security).toEqual([
      [{ name: 'key', type: 'apiKey', in: 'header', parameterName: 'X-Key', scopes: [], descriptionHtml: '' }],
      [],
    ]);
  });

  test.each([
    ['the contract’s example', { examples: [{ name: 'default', value: 7 }], schema: { default: 8 } }, 7],
    ['the schema’s example', { schema: { examples: [6], default: 8 } }, 6],
    ['the default', { schema: { default: 8, enum: [9] } }, 8],
    ['the first value', { schema: { enum: [9] } }, 9],
    ['nothing', { schema: { type: 'string' } }, undefined],
  ])('a parameter starts with %s', (_name, difference, want) => {
    const parameter = aParameter({ name: 'a', in: 'query', ...difference });
    expect(page({ parameters: [parameter] }).parameters[0]?.example).toBe(want);
  });

  test('a body without an example gets a sample', () => {
    const body = { required: true, content: [{ type: 'application/json', schema: { type: 'object' }, examples: [] }] };
    expect(page({ requestBody: body }).body?.content[0]?.examples).toEqual([
      { name: 'default', text: '{\n  "sampled": true\n}' },
    ]);
  });

  test('a long example of an answer is cut at a line; of a request it is whole', () => {
    const long = { list: Array.from({ length: 5000 }, (_, index) => index) };
    const whole = JSON.stringify(long, null, 2);
    const { body, responses } = page({
      requestBody: { required: true, content: [{ type: 'application/json', examples: [{ name: 'a', value: long }] }] },
      responses: [aResponse('200', {}, long)],
    });
    const shown = responses[0]?.content[0]?.examples[0];
    expect(body?.content[0]?.examples[0]?.text).toBe(whole);
    expect(shown?.length).toBe(whole.length);
    expect(whole.startsWith(`${shown?.text}\n`)).toBe(true);
    expect(shown?.text.length).toBeLessThanOrEqual(8_000);
  });

  test('what several answers share is shown once', () => {
    const problem = { type: 'object', properties: { code: { type: 'string' } } };
    const header = {
      name: 'X-Left',
      required: false,
      description: 'What is left.',
      schema: { type: 'integer' },
      examples: [],
    };
    const answers = ['400', '404'].map((status) => ({ ...aResponse(status, problem), headers: [header] }));
    const [first, second] = page({ responses: answers }).responses;
    expect(first?.content[0]?.schema?.properties).toHaveLength(1);
    expect(second?.content[0]?.schema).toEqual({ type: 'object', shownUnder: '400' });
    expect(second?.headers[0]).toMatchObject({ descriptionHtml: '', schema: { shownUnder: '400' } });
  });

  test.each([
    ['https://x.example/docs', true],
    ['/docs/more', true],
    ['javascript:alert(1)', false],
    ['//evil.example', false],
    ['/\\evil.example', false],
  ])('a link to more at %s is kept: %s', (url, isKept) => {
    expect(page({ externalDocs: { url } }).externalDocs !== undefined).toBe(isKept);
  });
});

test.each([
  ['application/json', { a: 1 }, '{\n  "a": 1\n}'],
  ['application/problem+json', 'x', '"x"'],
  ['application/json; charset=utf-8', 1, '1'],
  ['text/plain', 'as it is', 'as it is'],
  ['application/x-www-form-urlencoded', { a: [1, 'b c'], d: { e: 1 } }, 'a=1&a=b+c&d=%7B%22e%22%3A1%7D'],
  ['multipart/form-data', { file: 'x' }, '{\n  "file": "x"\n}'],
  ['application/xml', '<a/>', '<a/>'],
  ['application/xml', { a: 1 }, undefined],
  ['application/octet-stream', { a: 1 }, undefined],
  ['application/json', undefined, undefined],
])('an example as %s', (type, value, want) => {
  expect(serialiseExample(value, type)).toBe(want);
});

test('an example of a form is written as its encoding says', () => {
  const encoding = { card: { style: 'deepObject', explode: true }, tags: { style: 'form', explode: false }, odd: 7 };
  expect(
    serialiseExample(
      { card: { name: 'Ada', at: [1] }, tags: ['a,', 'b'], odd: 1 },
      'application/x-www-form-urlencoded',
      encoding,
    ),
  ).toBe('card%5Bname%5D=Ada&card%5Bat%5D%5B0%5D=1&tags=a%2C,b&odd=1');
});
