import { describe, expect, test } from 'vitest';
import type { Parameter, ParameterStyle, Schema } from '../../../contract/model.ts';
import { aContract, anOperation, aParameter } from '../../../contract/model.fixture.ts';
import { readQuery } from './query-string.ts';
import { readParameters } from './read-parameters.ts';

const integers: Schema = { type: 'array', items: { type: 'integer' } };
const strings: Schema = { type: 'array', items: { type: 'string' } };
const rgb: Schema = {
  type: 'object',
  properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } },
};

function read(parameter: Parameter, raw: string, headers: Record<string, string> = {}) {
  const operation = anOperation({ parameters: [parameter] });
  const sources = {
    path: parameter.in === 'path' ? new Map([[parameter.name, raw]]) : new Map<string, string>(),
    query: parameter.in === 'query' ? readQuery(raw) : [],
    queryString: raw,
    headers: parameter.in === 'header' ? { [parameter.name.toLowerCase()]: raw } : headers,
  };
  const [found] = readParameters(aContract([operation]), operation, sources);
  return found?.fault ?? found?.value;
}

function row(style: ParameterStyle, explode: boolean, schema: Schema, raw: string, want: unknown) {
  return [`${style}${explode ? ' exploded' : ''}: ${raw}`, { style, explode, schema, raw, want }] as const;
}

const hundred = { R: 100, G: 200, B: 150 };

describe('a path parameter', () => {
  test.each([
    row('simple', false, { type: 'string' }, 'a%20b', 'a b'),
    row('simple', false, { type: 'string' }, '5', '5'),
    row('simple', false, { type: 'integer' }, '5', 5),
    row('simple', false, { type: 'integer' }, 'five', 'five'),
    row('simple', false, { type: 'boolean' }, 'true', true),
    row('simple', false, { type: 'number' }, '1e3', 1000),
    row('simple', false, { type: ['integer', 'null'] }, 'null', null),
    row('simple', false, { enum: [1, 2] }, '2', 2),
    row('simple', false, { oneOf: [{ type: 'integer' }, { type: 'string' }] }, '12', 12),
    row('simple', false, { oneOf: [{ type: 'integer' }, { type: 'string' }] }, 'x12', 'x12'),
    row('simple', false, integers, '3,4,5', [3, 4, 5]),
    row('simple', false, strings, 'a%2Cb,c', ['a,b', 'c']),
    row('simple', true, integers, '3,4,5', [3, 4, 5]),
    row('simple', false, rgb, 'R,100,G,200,B,150', hundred),
    row('simple', true, rgb, 'R=100,G=200,B=150', hundred),
    row('label', false, { type: 'string' }, '.blue', 'blue'),
    row('label', false, strings, '.blue,black', ['blue', 'black']),
    row('label', true, strings, '.blue.black', ['blue', 'black']),
    row('label', false, rgb, '.R,100,G,200,B,150', hundred),
    row('label', true, rgb, '.R=100.G=200.B=150', hundred),
    row('matrix', false, { type: 'string' }, ';color=blue', 'blue'),
    row('matrix', true, { type: 'integer' }, ';color=7', 7),
    row('matrix', false, strings, ';color=blue,black', ['blue', 'black']),
    row('matrix', true, strings, ';color=blue;color=black', ['blue', 'black']),
    row('matrix', false, rgb, ';color=R,100,G,200,B,150', hundred),
    row('matrix', true, rgb, ';R=100;G=200;B=150', hundred),
  ])('%s', (_name, { style, explode, schema, raw, want }) => {
    expect(read(aParameter({ name: 'color', in: 'path', style, explode, schema }), raw)).toEqual(want);
  });
});

describe('a query parameter', () => {
  test.each([
    row('form', true, { type: 'string' }, 'color=a+b', 'a b'),
    row('form', true, { type: 'string' }, 'color=a%2Bb', 'a+b'),
    row('form', true, { type: 'string' }, 'color=', ''),
    row('form', true, { type: 'string' }, 'other=1', undefined),
    row('form', true, { type: 'boolean' }, 'color=false', false),
    row('form', true, { type: 'string' }, 'color=1&color=2', 'is given 2 times; give it once'),
    row('form', true, integers, 'color=1&x=9&color=2', [1, 2]),
    row('form', true, integers, 'color=1', [1]),
    row('form', false, integers, 'color=1,2', [1, 2]),
    row('form', false, strings, 'color=a%2Cb,c', ['a,b', 'c']),
    row('form', false, integers, 'color=1,2&color=3', [1, 2, 3]),
    row('form', true, rgb, 'R=100&G=200&x=1&B=150', hundred),
    row('form', false, rgb, 'color=R,100,G,200,B,150', hundred),
    row('spaceDelimited', false, strings, 'color=blue%20black', ['blue', 'black']),
    row('spaceDelimited', false, strings, 'color=blue+black', ['blue', 'black']),
    row('pipeDelimited', false, strings, 'color=blue|black', ['blue', 'black']),
    row('pipeDelimited', false, strings, 'color=blue%7Cblack', ['blue', 'black']),
    row('pipeDelimited', false, rgb, 'color=R|100|G|200|B|150', hundred),
    row('deepObject', true, rgb, 'color[R]=100&color[G]=200&color%5BB%5D=150', hundred),
    row(
      'deepObject',
      true,
      { type: 'object', properties: { tags: strings, at: rgb } },
      'color[tags][]=a&color[tags][]=b&color[at][R]=1',
      { tags: ['a', 'b'], at: { R: 1 } },
    ),
    row('deepObject', true, rgb, 'color=1', undefined),
  ])('%s', (_name, { style, explode, schema, raw, want }) => {
    expect(read(aParameter({ name: 'color', in: 'query', style, explode, schema }), raw)).toEqual(want);
  });

  test('with content is a document', () => {
    const parameter = aParameter({ name: 'filter', in: 'query', mediaType: 'application/json', schema: rgb });
    expect(read(parameter, 'filter=%7B%22R%22%3A1%7D')).toEqual({ R: 1 });
    expect(read(parameter, 'filter=%7B')).toBe('is not application/json');
  });

  test('named __proto__ is only a name', () => {
    const parameter = aParameter({ name: 'f', in: 'query', style: 'deepObject', schema: { type: 'object' } });
    const value = read(parameter, 'f[__proto__][polluted]=1') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a header parameter', () => {
  test.each([
    row('simple', false, { type: 'integer' }, '5', 5),
    row('simple', false, { type: 'string' }, '100%', '100%'),
    row('simple', false, integers, '3, 4,5', [3, 4, 5]),
    row('simple', true, rgb, 'R=100,G=200,B=150', hundred),
    row('simple', false, rgb, 'R,100,G,200,B,150', hundred),
  ])('%s', (_name, { style, explode, schema, raw, want }) => {
    expect(read(aParameter({ name: 'X-Color', in: 'header', style, explode, schema }), raw)).toEqual(want);
  });

  test('of a name that is said elsewhere is not read', () => {
    expect(read(aParameter({ name: 'Accept', in: 'header' }), 'text/html')).toBeUndefined();
  });
});

describe('a cookie', () => {
  test.each([
    ['session=abc; theme=dark', 'abc'],
    ['theme="dark"; session="a b"', 'a b'],
    ['theme=dark', undefined],
  ])('%s', (cookie, want) => {
    expect(read(aParameter({ name: 'session', in: 'cookie' }), '', { cookie })).toBe(want);
  });
});
