import type { ParameterView } from '../../../contract/reference-page.ts';
import { code, plainText } from '../markdown/inline.ts';
import { describedItem, typeOf } from './schema-lines.ts';
import { type Blocks, proseInList, type TwinTools } from './twin-tools.ts';

const PLACES = {
  path: 'Path parameters',
  query: 'Query parameters',
  querystring: 'Query string',
  header: 'Headers',
  cookie: 'Cookies',
} as const;

/** The parameters, under a heading for each place. */
export function parameterBlocks(parameters: readonly ParameterView[], level: number, tools: TwinTools): Blocks {
  return Object.entries(PLACES).flatMap(([place, title]): Blocks => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return [];
    return [`${'#'.repeat(level)} ${title}`, here.map((parameter) => parameterItem(parameter, tools)).join('\n')];
  });
}

function parameterItem(parameter: ParameterView, tools: TwinTools): string {
  const { name, required, deprecated, schema, mediaType, wire } = parameter;
  const described = parameter.descriptionHtml === '' ? schema.descriptionHtml : parameter.descriptionHtml;
  const { inline, block } = proseInList(described, tools);
  const facts = [
    typeOf(schema, tools),
    schema.format ? plainText(schema.format) : '',
    required ? 'required' : '',
    deprecated || schema.deprecated ? 'deprecated' : '',
    mediaType ? `as ${code(mediaType)}` : '',
    wire ? `${plainText(wire.words)}, ${code(wire.example)}` : '',
  ];
  return describedItem({ name: code(name), facts, inline, block }, schema, tools);
}
