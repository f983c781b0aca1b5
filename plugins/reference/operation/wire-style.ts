import type { ParameterStyle } from '../../../contract/model.ts';
import type { SchemaView, WireView } from '../../../contract/reference-page.ts';

/** What of a parameter, or of a member of a form, decides how it is written. */
export interface Written {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring' | 'body';
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/**
 * How a list or an object is written into a request, in words and by an example with made-up values (OpenAPI 3.1 §4.8.12.4).
 * Undefined for a plain value that needs no word.
 */
export function wireStyle(written: Written, schema: SchemaView): WireView | undefined {
  const { name, style, explode } = written;
  const isList = /^array\b/.test(schema.type);
  const names = schema.properties?.slice(0, 2).map((property) => property.name);
  const isObject = !isList && (names !== undefined || /^object\b/.test(schema.type));
  if (isList) return begin(written, explode ? LISTS_EXPLODED[style](name) : list(style, name));
  if (isObject) {
    const [a = 'a', b = 'b'] = names ?? [];
    return begin(
      written,
      explode || style === 'deepObject' ? OBJECTS_EXPLODED[style](name, a, b) : object(style, name, a, b),
    );
  }
  if (style === 'label') return { words: 'after a dot', example: '.1' };
  if (style === 'matrix') return { words: 'after a semicolon and its name', example: `;${name}=1` };
  return undefined;
}

/** A query stands behind its question mark, a header behind its name. */
function begin({ in: place, name }: Written, { words, example }: WireView): WireView {
  if (place === 'query' || place === 'querystring') return { words, example: `?${example}` };
  return { words, example: place === 'header' ? `${name}: ${example}` : example };
}

const SEPARATORS: Readonly<Record<ParameterStyle, readonly [text: string, words: string]>> = {
  form: [',', 'commas'],
  simple: [',', 'commas'],
  label: [',', 'commas'],
  matrix: [',', 'commas'],
  cookie: [',', 'commas'],
  deepObject: [',', 'commas'],
  spaceDelimited: ['%20', 'spaces'],
  pipeDelimited: ['%7C', 'pipes'],
};

const PREFIXES: Partial<Record<ParameterStyle, (name: string) => string>> = {
  simple: () => '',
  label: () => '.',
  matrix: (name) => `;${name}=`,
};

const prefixOf = (style: ParameterStyle, name: string) => (PREFIXES[style] ?? ((own) => `${own}=`))(name);

function list(style: ParameterStyle, name: string): WireView {
  const [separator, words] = SEPARATORS[style];
  return { words: `items separated by ${words}`, example: `${prefixOf(style, name)}1${separator}2` };
}

function object(style: ParameterStyle, name: string, a: string, b: string): WireView {
  const [separator, words] = SEPARATORS[style];
  const example = [a, '1', b, '2'].join(separator);
  return { words: `names and values separated by ${words}`, example: `${prefixOf(style, name)}${example}` };
}

type List = (name: string) => WireView;
type Members = (name: string, a: string, b: string) => WireView;

const repeated: List = (name) => ({ words: 'repeated for each item', example: `${name}=1&${name}=2` });
const LISTS_EXPLODED: Readonly<Record<ParameterStyle, List>> = {
  form: repeated,
  spaceDelimited: repeated,
  pipeDelimited: repeated,
  deepObject: repeated,
  simple: () => ({ words: 'items separated by commas', example: '1,2' }),
  label: () => ({ words: 'each item after a dot', example: '.1.2' }),
  matrix: (name) => ({ words: 'repeated for each item', example: `;${name}=1;${name}=2` }),
  cookie: (name) => ({ words: 'repeated for each item', example: `${name}=1; ${name}=2` }),
};

const members: Members = (_name, a, b) => ({ words: 'each member by its own name', example: `${a}=1&${b}=2` });
const OBJECTS_EXPLODED: Readonly<Record<ParameterStyle, Members>> = {
  form: members,
  spaceDelimited: members,
  pipeDelimited: members,
  deepObject: (name, a, b) => ({ words: 'each member in brackets', example: `${name}[${a}]=1&${name}[${b}]=2` }),
  simple: (_name, a, b) => ({ words: 'members separated by commas', example: `${a}=1,${b}=2` }),
  label: (_name, a, b) => ({ words: 'each member after a dot', example: `.${a}=1.${b}=2` }),
  matrix: (_name, a, b) => ({ words: 'each member after a semicolon', example: `;${a}=1;${b}=2` }),
  cookie: (_name, a, b) => ({ words: 'each member by its own name', example: `${a}=1; ${b}=2` }),
};
