import type { OperationPage } from '../../../../contract/reference-page';
import { findingsKnown } from '../editor/body-findings';
import type { SchemaParts } from '../editor/schema-parts';
import type { FieldProblem, FormValues } from '../request';
import { documentOf, hasForm } from './body-document';

/** More would be longer than the form. */
const MOST = 20;

/**
 * Where the body is not as the contract says, by what is known of its schema at this moment; files and what was chosen for them are left
 * to the API. Empty where the text cannot be read: that is said elsewhere.
 */
export function bodyDoubts(page: OperationPage, values: FormValues, { known }: SchemaParts): readonly FieldProblem[] {
  const media = page.body?.content[values.mediaType];
  if (!media?.schema || !hasForm(media) || values.body.trim() === '') return [];
  const files = Object.entries(values.files ?? {}).flatMap(([name, list]) => (list.length > 0 ? [`/${name}`] : []));
  const { findings } = findingsKnown(documentOf(values.body, media, known), media.schema, known);
  return findings
    .filter(({ isBreach, pointer }) => isBreach && !files.includes(pointer))
    .slice(0, MOST)
    .map(({ pointer, message }) => ({ field: 'body', message, ...(pointer !== '' && { pointer }) }));
}
