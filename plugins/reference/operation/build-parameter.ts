import type { Parameter, Schema } from '../../../contract/model.ts';
import type { ParameterView } from '../../../contract/reference-page.ts';
import { asText } from './as-text.ts';
import type { PageTools } from '../page-tools.ts';
import { wireStyle } from './wire-style.ts';

/** Longer examples are for the console, not for a line beside a name. */
const LONGEST_EXAMPLE = 500;

/** A parameter as it is shown and as the console sends it. */
export function buildParameter(
  parameter: Parameter,
  { views, render }: Pick<PageTools, 'views' | 'render'>,
): ParameterView {
  const { name, required, deprecated, schema, style, explode, allowReserved, mediaType } = parameter;
  const example = parameter.examples[0]?.value ?? ownExample(schema);
  const view = views.view(schema, 'request', name);
  // A parameter with a media type is one document, whatever it is made of.
  const wire = mediaType === undefined ? wireStyle(parameter, view) : undefined;
  const examples = parameter.examples
    .map(({ name: key, summary, value }) => ({
      name: key,
      ...(summary !== undefined && { summary }),
      text: asText(value),
    }))
    .filter(({ text }) => text.length <= LONGEST_EXAMPLE);
  return {
    name,
    in: parameter.in,
    required,
    deprecated,
    descriptionHtml: render(parameter.description, 3),
    schema: view,
    style,
    explode,
    allowReserved,
    ...(mediaType !== undefined && { mediaType }),
    ...(example !== undefined && { example }),
    ...(examples.length > 0 && { examples }),
    ...(wire && { wire }),
  };
}

/** What the schema itself offers: its example, default, or the first of its values. */
function ownExample(schema: Schema): unknown {
  if (typeof schema === 'boolean') return undefined;
  return schema.examples?.[0] ?? schema.default ?? schema.const ?? schema.enum?.[0];
}
