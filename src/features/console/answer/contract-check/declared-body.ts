import type { MediaTypeView, OperationPage, ResponseView, SchemaView } from '../../../../../contract/reference-page';
import { declaredResponse } from '../declared-response';
import { essenceOf } from '../media-type';

export type DeclaredBody =
  | { readonly kind: 'schema'; readonly schema: SchemaView }
  /** The same for each event of a stream, or each line (OpenAPI 3.2, `itemSchema`). */
  | { readonly kind: 'sequence'; readonly schema: SchemaView }
  /** The contract names other media types for this status. */
  | { readonly kind: 'other-type'; readonly types: readonly string[] }
  /** The contract says nothing that could be checked. */
  | { readonly kind: 'open' };

/** What the contract says of a body with this status and media type. */
export function declaredBody(page: OperationPage, status: number, contentType: string | null): DeclaredBody {
  const response = declaredResponse(page, status);
  if (!response || response.content.length === 0) return { kind: 'open' };
  const media = mediaFor(response, contentType);
  if (!media) return { kind: 'other-type', types: response.content.map(({ type }) => type) };
  const schema = media.schema && shownInFull(page, media);
  if (!schema) return { kind: 'open' };
  return { kind: media.isSequence ? 'sequence' : 'schema', schema };
}

/** The exact type, else a range (`application/*`, OpenAPI 3.1 §4.8.17), else another kind of JSON for JSON. */
function mediaFor({ content }: ResponseView, contentType: string | null): MediaTypeView | undefined {
  const essence = essenceOf(contentType);
  const range = `${essence.split('/', 1)[0]}/*`;
  const find = (fits: (type: string) => boolean) => content.find(({ type }) => fits(essenceOf(type)));
  return find((type) => type === essence) ?? find((type) => type === range) ?? find((type) => type === '*/*');
}

/** A schema that an earlier answer of the page shows is not repeated in the page's data. */
function shownInFull(page: OperationPage, { schema, type }: MediaTypeView): SchemaView | undefined {
  if (schema?.shownUnder === undefined) return schema;
  const under = page.responses.find(({ status }) => status === schema.shownUnder);
  const same = under?.content.filter((content) => content.schema?.name === schema.name) ?? [];
  return (same.find((content) => content.type === type) ?? same[0])?.schema;
}
