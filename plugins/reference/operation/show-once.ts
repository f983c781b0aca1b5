import type { HeaderView, MediaTypeView, ResponseView, SchemaView } from '../../../contract/reference-page.ts';

/**
 * Answers have much in common: the problem that five statuses share, the headers that all have. What an earlier one shows in full
 * is not repeated; `shownUnder` tells where it stands.
 */
export function showOnce(responses: readonly ResponseView[]): ResponseView[] {
  const shown = new Map<string, string>();
  const once = (key: string, status: string, schema: SchemaView): SchemaView => {
    const earlier = shown.get(key);
    if (earlier !== undefined && earlier !== status) return briefly(schema, earlier);
    shown.set(key, status);
    return schema;
  };
  return responses.map((response) => ({
    ...response,
    headers: response.headers.map((header) => onceHeader(header, response.status, once)),
    content: response.content.map((content) => onceContent(content, response.status, once)),
  }));
}

type Once = (key: string, status: string, schema: SchemaView) => SchemaView;

function onceContent(content: MediaTypeView, status: string, once: Once): MediaTypeView {
  const { schema } = content;
  const isWorthIt = schema && (schema.properties ?? schema.items ?? schema.alternatives);
  return isWorthIt ? { ...content, schema: once(JSON.stringify(schema), status, schema) } : content;
}

function onceHeader(header: HeaderView, status: string, once: Once): HeaderView {
  const schema = once(`${header.name}\n${header.descriptionHtml}`, status, header.schema);
  return schema.shownUnder === undefined ? header : { ...header, descriptionHtml: '', schema };
}

function briefly({ type, name, title }: SchemaView, shownUnder: string): SchemaView {
  return { type, ...(name !== undefined && { name }), ...(title !== undefined && { title }), shownUnder };
}
