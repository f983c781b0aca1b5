import type { MediaType } from '../../../contract/model.ts';
import type { MediaTypeView } from '../../../contract/reference-page.ts';
import type { Direction } from '../schema/schema-views.ts';
import type { PageTools } from '../page-tools.ts';
import { buildParts } from './build-parts.ts';
import { exampleViews } from './example-views.ts';

/** The media types of a body. `path` names its nameless schemas. */
export function buildContent(
  content: readonly MediaType[],
  direction: Direction,
  path: string,
  tools: PageTools,
): MediaTypeView[] {
  return content.map((mediaType) => {
    // OpenAPI 3.2 §4.14: a sequential media type is described item by item.
    const schema = mediaType.itemSchema ?? mediaType.schema;
    const parts = buildParts(mediaType, direction, path, tools);
    return {
      type: mediaType.type,
      ...(schema !== undefined && { schema: tools.views.view(schema, direction, path) }),
      ...(mediaType.itemSchema !== undefined && { isSequence: true }),
      examples: exampleViews(mediaType, direction, tools.sample),
      ...(parts.length > 0 && { parts }),
    };
  });
}
