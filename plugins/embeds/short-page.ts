import type { MediaTypeView, OperationPage, ParameterView, SchemaView } from '../../contract/reference-page.ts';

/** As much of an operation's page as its first request is made of, with what is in `given`; a guide's page brings it along. */
export function shortPage(page: OperationPage, given: ReadonlySet<string>): OperationPage {
  const { api, version, slug, id, kind, method, path, title, deprecated, tag } = page;
  return {
    ...{ api, version, slug, id, kind, method, path, title, excerpt: '', descriptionHtml: '', deprecated, tag },
    security: page.security.map((schemes) => schemes.map((scheme) => ({ ...scheme, descriptionHtml: '' }))),
    parameters: page.parameters.filter((one) => one.required || given.has(`${one.in}:${one.name}`)).map(shortParameter),
    ...(page.body && { body: { ...page.body, descriptionHtml: '', content: page.body.content.map(shortContent) } }),
    responses: accepted(page).map((type) => ({
      ...{ status: '200', descriptionHtml: '', headers: [] },
      content: [{ type, examples: [] }],
    })),
    ...(page.codeSamples && { codeSamples: page.codeSamples }),
    otherVersions: [],
  };
}

function shortParameter({ wire: _wire, examples: _examples, ...parameter }: ParameterView): ParameterView {
  return { ...parameter, descriptionHtml: '', schema: shortSchema(parameter.schema) };
}

function shortContent({ type, schema, examples }: MediaTypeView): MediaTypeView {
  const files = (schema?.properties ?? []).filter(
    (property) => property.schema.format === 'binary' || property.schema.items?.format === 'binary',
  );
  const short = schema && shortSchema(schema);
  return {
    type,
    ...(short && { schema: files.length > 0 ? { ...short, properties: files } : short }),
    examples: examples.slice(0, 1),
  };
}

function shortSchema({ type, format, enum: values, enumCount, const: only, items }: SchemaView): SchemaView {
  return {
    type,
    ...(format !== undefined && { format }),
    ...(values && { enum: values }),
    ...(enumCount !== undefined && { enumCount }),
    ...(only !== undefined && { const: only }),
    ...(items && { items: { type: items.type, ...(items.format !== undefined && { format: items.format }) } }),
  };
}

/** The media types of all answers, for `Accept`. */
function accepted({ responses }: OperationPage): string[] {
  return [...new Set(responses.flatMap(({ content }) => content.map(({ type }) => type)))];
}
