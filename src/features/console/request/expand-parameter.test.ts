import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { expandParameter, type ParameterValue } from './expand-parameter';

const string = 'blue';
const array = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

/** OpenAPI 3.1.1 §4.8.12.6 "Style Examples", row by row; null where it says n/a for a single value or a list. */
const table: [
  style: string,
  explode: boolean,
  empty: string | null,
  string: string | null,
  array: string | null,
  object: string | null,
][] = [
  ['matrix', false, ';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
  ['matrix', true, ';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
  ['label', false, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
  ['label', true, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
  ['simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ['spaceDelimited', false, null, null, 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150'],
  ['pipeDelimited', false, null, null, 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150'],
  ['deepObject', true, null, null, null, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
];

const cases = table.flatMap(([style, explode, ...wants]) =>
  (['', string, array, object] as ParameterValue[]).flatMap((value, column) => {
    const want = wants[column];
    return want === null || want === undefined ? [] : [{ style, explode, value, want }];
  }),
);

describe('the style table of OpenAPI 3.1', () => {
  test.each(cases)('$style, explode $explode: $value gives $want', ({ style, explode, value, want }) => {
    expect(expandParameter({ name: 'color', style, explode }, value)).toBe(want);
  });
});

/** RFC 6570 §3.2, with the variables of that section. */
const rfc6570: [
  template: string,
  style: string,
  explode: boolean,
  name: string,
  value: ParameterValue,
  want: string | null,
][] = [
  ['{var}', 'simple', false, 'var', 'value', 'value'],
  ['{hello}', 'simple', false, 'hello', 'Hello World!', 'Hello%20World%21'],
  ['{half}', 'simple', false, 'half', '50%', '50%25'],
  ['{list}', 'simple', false, 'list', ['red', 'green', 'blue'], 'red,green,blue'],
  ['{keys}', 'simple', false, 'keys', { semi: ';', dot: '.', comma: ',' }, 'semi,%3B,dot,.,comma,%2C'],
  ['{keys*}', 'simple', true, 'keys', { semi: ';', dot: '.', comma: ',' }, 'semi=%3B,dot=.,comma=%2C'],
  ['{.who}', 'label', false, 'who', 'fred', '.fred'],
  ['{.half}', 'label', false, 'half', '50%', '.50%25'],
  ['{.list*}', 'label', true, 'list', ['red', 'green', 'blue'], '.red.green.blue'],
  ['{.keys*}', 'label', true, 'keys', { semi: ';', dot: '.', comma: ',' }, '.semi=%3B.dot=..comma=%2C'],
  ['{;list}', 'matrix', false, 'list', ['red', 'green', 'blue'], ';list=red,green,blue'],
  ['{;keys*}', 'matrix', true, 'keys', { semi: ';', dot: '.', comma: ',' }, ';semi=%3B;dot=.;comma=%2C'],
  ['{?who}', 'form', false, 'who', 'fred', 'who=fred'],
  ['{?keys}', 'form', false, 'keys', { semi: ';', dot: '.', comma: ',' }, 'keys=semi,%3B,dot,.,comma,%2C'],
  ['{?empty_keys}', 'form', true, 'empty_keys', {}, null],
  ['{?empty_list}', 'form', true, 'empty_list', [], null],
];

describe('the expansions of RFC 6570', () => {
  test.each(rfc6570)('%s', (_template, style, explode, name, value, want) => {
    expect(expandParameter({ name, style, explode }, value)).toBe(want);
  });
});

describe('where no specification says', () => {
  test('deepObject nests brackets and repeats lists', () => {
    const value = { price: { gte: 10 }, tags: ['a', 'b'], none: null };
    expect(expandParameter({ name: 'filter', style: 'deepObject', explode: true }, value)).toBe(
      'filter%5Bprice%5D%5Bgte%5D=10&filter%5Btags%5D=a&filter%5Btags%5D=b',
    );
  });

  test('a list within a list is sent as JSON', () => {
    expect(expandParameter({ name: 'n', style: 'simple', explode: false }, [[1, 2], 3])).toBe('%5B1%2C2%5D,3');
  });
});

const names = fc.string({ unit: 'grapheme', minLength: 1 });
const texts = fc.string({ unit: 'grapheme' });

describe('whatever the texts are', () => {
  test('exploded form pairs are read back by any reader of query strings', () => {
    fc.assert(
      fc.property(names, fc.array(texts, { minLength: 1 }), (name, values) => {
        const query = expandParameter({ name, style: 'form', explode: true }, values) ?? '';
        expect(new URLSearchParams(query).getAll(name)).toEqual(values);
      }),
    );
  });

  test('deepObject members are read back', () => {
    fc.assert(
      fc.property(names, fc.dictionary(names, texts, { minKeys: 1 }), (name, members) => {
        const query = expandParameter({ name, style: 'deepObject', explode: true }, members) ?? '';
        expect(Array.from(new URLSearchParams(query))).toEqual(
          Object.entries(members).map(([key, value]) => [`${name}[${key}]`, value]),
        );
      }),
    );
  });

  test.each([
    ['simple', '', ','],
    ['label', '.', ','],
    ['spaceDelimited', 'n=', '%20'],
    ['pipeDelimited', 'n=', '%7C'],
    ['form', 'n=', ','],
  ])('a list in style %s is read back by its separator', (style, prefix, separator) => {
    // A text that holds the separator itself cannot be told apart in the delimited styles (OpenAPI 3.1.1 §4.8.12.3).
    const safe = texts.filter((text) => !text.includes(' ') && !text.includes('|'));
    fc.assert(
      fc.property(fc.array(safe, { minLength: 1 }), (values) => {
        const text = expandParameter({ name: 'n', style, explode: false }, values) ?? '';
        expect(text.startsWith(prefix)).toBe(true);
        expect(text.slice(prefix.length).split(separator).map(decodeURIComponent)).toEqual(values);
      }),
    );
  });
});
