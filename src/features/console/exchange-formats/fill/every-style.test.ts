import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OperationPage, ParameterView, SchemaView } from '../../../../../contract/reference-page';
import { operationPage, parameter } from '../../page.fixture';
import { describeRequest, fieldKey, type FormValues, type RequestDescription } from '../../request';
import type { ForeignRequest } from '../foreign-request';
import { pathTemplate, steadyPath } from '../match/path-template';
import { splitUrl } from '../match/split-url';
import { fillForm } from './fill-form';

const string: SchemaView = { type: 'string' };
const schemas: Readonly<Record<string, SchemaView>> = {
  text: string,
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  list: { type: 'array of string', items: string },
  numbers: { type: 'array of integer', items: { type: 'integer' } },
  object: {
    type: 'object',
    properties: ['a', 'b', 'role name', 'x[y]'].map((name) => ({ name, required: false, schema: string })),
  },
  map: { type: 'object', additional: string },
};

type Place = 'path' | 'query' | 'header' | 'cookie';

/** OpenAPI 3.1 §4.8.12.2, and what OpenAPI 3.2 and old descriptions make of it. */
const styles: readonly (readonly [Place, readonly string[]])[] = [
  ['path', ['simple', 'label', 'matrix']],
  ['query', ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject']],
  ['header', ['simple']],
  ['cookie', ['form']],
];

interface Case {
  readonly in: Place;
  readonly style: string;
  readonly explode: boolean;
  readonly holds: string;
  readonly allowReserved: boolean;
}

const cases: readonly Case[] = styles.flatMap(([place, names]) =>
  names.flatMap((style) =>
    [true, false].flatMap((explode) =>
      (place === 'query' ? [true, false] : [false]).flatMap((allowReserved) =>
        Object.keys(schemas).map((holds) => ({ in: place, style, explode, holds, allowReserved })),
      ),
    ),
  ),
);

/** What goes over the wire in each place: a header takes one line of Latin-1. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc
    .array(
      fc.constantFrom('a', ',', '|', ' ', '%', '%2C', '+', '&', '=', ';', '.', '/', '[', ']', '"', '{', '#', 'é', '0'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join('')),
);
const headerText = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019 -_=;"\\é{}/'), minLength: 1 })
  // Spaces around the items of a list are no part of them (RFC 9110 §5.6.1).
  .filter((text) => text === text.trim());

/**
 * A value as one types it. In an object whose names and values are all between one separator, none of them can hold that separator: nobody could
 * tell them apart (OpenAPI 3.1.1 §4.8.12.3).
 */
function typed(one: Case): fc.Arbitrary<string> {
  const separator =
    one.style === 'spaceDelimited' ? ' ' : one.style === 'pipeDelimited' ? '|' : one.allowReserved ? ',' : null;
  const isFlat =
    separator !== null && !one.explode && ['object', 'map'].includes(one.holds) && one.style !== 'deepObject';
  return isFlat ? anyTyped(one).filter((text) => !text.includes(separator)) : anyTyped(one);
}

function anyTyped({ in: place, holds }: Case): fc.Arbitrary<string> {
  const text = place === 'header' ? headerText : anyText;
  const names = fc.constantFrom('a', 'b', 'role name', 'x[y]');
  const json = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> => value.map((one) => JSON.stringify(one));
  switch (holds) {
    case 'number':
      return fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map(String);
    case 'boolean':
      return fc.boolean().map(String);
    case 'list':
      return json(fc.array(text, { minLength: 1, maxLength: 4 }));
    case 'numbers':
      return json(fc.array(fc.integer(), { minLength: 1, maxLength: 4 }));
    case 'object':
    case 'map':
      return json(fc.dictionary(names, text, { minKeys: 1, maxKeys: 3 }));
    default:
      return text;
  }
}

function pageOf({ in: place, style, explode, holds, allowReserved }: Case, name = 'color'): OperationPage {
  const one: ParameterView = parameter({
    name,
    in: place,
    style,
    explode,
    allowReserved,
    schema: schemas[holds] ?? string,
  });
  return operationPage({
    path: place === 'path' ? `/things/{${name}}/end` : '/things',
    parameters: [one],
    security: [],
  });
}

function sent(page: OperationPage, values: FormValues): RequestDescription | null {
  const decision = describeRequest(page, values, { serviceUrl: 'https://portal.example', key: null });
  return decision.kind === 'request' ? decision.request : null;
}

/** The request as somebody else's program would say it. */
function foreign({ method, url, headers, cookies }: RequestDescription): ForeignRequest {
  return { name: null, method, url, headers, cookies, user: null, content: { kind: 'none' }, notes: [] };
}

function readBack(page: OperationPage, request: RequestDescription): FormValues {
  const { path } = splitUrl(request.url);
  const captured = pathTemplate(`/gateway/cardea/v2${page.path}`).match(steadyPath(path));
  if (!captured) throw new Error(`${path} is not ${page.path}.`);
  const { values, notes } = fillForm(page, foreign(request), captured);
  expect(notes).toEqual([]);
  return values;
}

describe.each(cases)('$in, $style, explode $explode, reserved $allowReserved: $holds', (one) => {
  const page = pageOf(one);
  const [only] = page.parameters as [ParameterView];

  test('read back from the request that it makes, it makes the same request', () => {
    fc.assert(
      fc.property(typed(one), (text) => {
        const values = { parameters: { [fieldKey(only)]: text }, mediaType: 0, body: '' };
        const request = sent(page, values);
        fc.pre(request !== null);
        const again = readBack(page, request);
        expect(sent(page, again)).toEqual(request);
      }),
      { numRuns: 60 },
    );
  });
});

/** Where no separator can stand in a value unseen, what was typed comes back. */
const unambiguous = cases.filter(
  ({ style, explode, in: place, holds, allowReserved }) =>
    !allowReserved &&
    place !== 'header' &&
    style !== 'label' &&
    !(style.endsWith('Delimited') && !explode && !/text|number|boolean/.test(holds)),
);

describe.each(unambiguous)('$in, $style, explode $explode: $holds', (one) => {
  const page = pageOf(one);
  const [only] = page.parameters as [ParameterView];

  test('comes back as it was typed', () => {
    fc.assert(
      fc.property(typed(one), (text) => {
        const request = sent(page, { parameters: { [fieldKey(only)]: text }, mediaType: 0, body: '' });
        fc.pre(request !== null);
        const back = readBack(page, request).parameters[fieldKey(only)] ?? '';
        const isJson = !['text', 'number', 'boolean'].includes(one.holds);
        // One item alone may have been a list of its own kind: the texts are what counts.
        expect(isJson ? textsOf(back) : back).toEqual(isJson ? textsOf(text) : text);
      }),
      { numRuns: 60 },
    );
  });
});

/** The texts within a JSON text: whether `1` is a number or a text does not show in a request. */
function textsOf(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => (typeof value === 'number' ? String(value) : value));
}
