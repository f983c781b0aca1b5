import type { Parameter, Schema } from '../../../contract/model.ts';
import type { ParameterView } from '../../../contract/reference-page.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';
import type { SchemaViews } from '../schema/schema-views.ts';

/** A parameter as it is shown and as the console sends it. */
export function buildParameter(parameter: Parameter, views: SchemaViews, render: RenderMarkdown): ParameterView {
  const { name, required, deprecated, schema, style, explode, allowReserved, mediaType } = parameter;
  const example = parameter.examples[0]?.value ?? ownExample(schema);
  return {
    name,
    in: parameter.in,
    required,
    deprecated,
    descriptionHtml: render(parameter.description, 3),
    schema: views.view(schema, 'request', name),
    style,
    explode,
    allowReserved,
    ...(mediaType !== undefined && { mediaType }),
    ...(example !== undefined && { example }),
  };
}

/** What the schema itself offers: its example, default, or the first of its values. */
function ownExample(schema: Schema): unknown {
  if (typeof schema === 'boolean') return undefined;
  return schema.examples?.[0] ?? schema.default ?? schema.const ?? schema.enum?.[0];
}
