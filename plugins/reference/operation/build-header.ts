import type { ResponseHeader } from '../../../contract/model.ts';
import type { HeaderView } from '../../../contract/reference-page.ts';
import type { Direction } from '../schema/schema-views.ts';
import { asText } from './as-text.ts';
import type { PageTools } from '../page-tools.ts';

/** A header of an answer. `path` names its nameless schema. */
export function buildHeader(
  header: ResponseHeader,
  direction: Direction,
  path: string,
  { render, views }: PageTools,
): HeaderView {
  const { name, required, description, schema, examples } = header;
  const example = examples[0]?.value;
  return {
    name,
    required,
    descriptionHtml: render(description, 4),
    schema: views.view(schema, direction, `${path}.${name}`),
    ...(example !== undefined && { example: asText(example) }),
  };
}
