import type { MediaType } from '../../../contract/model.ts';
import type { MediaTypeView } from '../../../contract/reference-page.ts';
import type { Direction } from '../schema/schema-views.ts';
import type { PageTools } from './build-operation-page.ts';
import { exampleViews } from './example-views.ts';

/** The media types of a body. `path` names its nameless schemas. */
export function buildContent(
  content: readonly MediaType[],
  direction: Direction,
  path: string,
  { views, sample }: PageTools,
): MediaTypeView[] {
  return content.map((mediaType) => {
    // OpenAPI 3.2 §4.14: a sequential media type is described item by item.
    const schema = mediaType.schema ?? mediaType.itemSchema;
    return {
      type: mediaType.type,
      ...(schema !== undefined && { schema: views.view(schema, direction, path) }),
      examples: exampleViews(mediaType, direction, sample),
    };
  });
}
