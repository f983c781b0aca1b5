import type { Parameter, ParameterStyle } from '../../model.ts';
import { isObject, itemsOf, type JsonObject, textOf } from '../json-value.ts';
import { readExamples } from './examples.ts';
import { readContent, schemaOf } from './media-types.ts';
import { type Reading, resolve } from './reading.ts';

type Location = Parameter['in'];

/** The styles of each location, the default first (3.1 §4.8.12.2; `cookie` and `querystring` from 3.2 §4.12). */
const styles: Readonly<Record<Location, readonly [ParameterStyle, ...ParameterStyle[]]>> = {
  path: ['simple', 'matrix', 'label'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
  querystring: ['form'],
};

/** Headers that other parts of a description speak of; as parameters they shall be ignored (3.1 §4.8.12.1). */
const ignoredHeaders = ['accept', 'content-type', 'authorization'];

/** `parameters` of a path or an operation, references resolved, without those that cannot be sent. */
export function readParameters(reading: Reading, holder: JsonObject, pointer: string): Parameter[] {
  const seen = new Set<string>();
  return itemsOf(holder.parameters).flatMap((entry, index) => {
    const at = `${pointer}/parameters/${index}`;
    const found = resolve(reading, entry, at);
    const parameter = found && readParameter(reading, found.value, found.pointer);
    if (!parameter)
      reading.warn(at, 'this parameter needs "name", and "in" as path, query, header or cookie; it is left out.');
    if (parameter?.in === 'header' && ignoredHeaders.includes(parameter.name.toLowerCase())) return [];
    if (!parameter) return [];
    if (seen.has(keyOf(parameter))) {
      reading.warn(at, `the ${parameter.in} parameter "${parameter.name}" is declared twice; the first is used.`);
      return [];
    }
    seen.add(keyOf(parameter));
    return [parameter];
  });
}

function readParameter(reading: Reading, value: JsonObject, pointer: string): Parameter | undefined {
  const name = textOf(value, 'name');
  const location = textOf(value, 'in');
  if (name === undefined || name === '' || !isLocation(location)) return undefined;
  const content = isObject(value.content) ? readContent(reading, value, pointer)[0] : undefined;
  const style = styles[location].find((candidate) => candidate === value.style) ?? styles[location][0];
  if (value.style !== undefined && value.style !== style) {
    reading.warn(
      pointer,
      `a parameter in ${location} has no style ${JSON.stringify(value.style)}; "${style}" is used.`,
    );
  }
  return {
    name,
    in: location,
    required: location === 'path' || value.required === true,
    deprecated: value.deprecated === true,
    description: textOf(value, 'description'),
    schema: (content ? content.schema : schemaOf(value, 'schema')) ?? true,
    style,
    explode: typeof value.explode === 'boolean' ? value.explode : style === 'form' || style === 'cookie',
    allowReserved: value.allowReserved === true,
    mediaType: content?.type,
    examples: content
      ? [...content.examples, ...readExamples(reading, value, pointer)]
      : readExamples(reading, value, pointer),
    pointer,
  };
}

function isLocation(value: string | undefined): value is Location {
  return value !== undefined && Object.hasOwn(styles, value);
}

/** An operation's parameters replace those of its path that have the same name and place (3.1 §4.8.10). */
export function mergeParameters(ofPath: readonly Parameter[], ofOperation: readonly Parameter[]): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const parameter of [...ofPath, ...ofOperation]) merged.set(keyOf(parameter), parameter);
  return [...merged.values()];
}

function keyOf({ in: location, name }: Parameter): string {
  return `${location} ${location === 'header' ? name.toLowerCase() : name}`;
}
