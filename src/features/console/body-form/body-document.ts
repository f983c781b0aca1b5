import type { MediaTypeView, SchemaView } from '../../../../contract/reference-page';
import { isFormMediaType, isJsonMediaType, isMultipart } from '../request';
import { documentOfForm, formOfDocument } from './form-document';

type Known = ReadonlyMap<string, SchemaView>;

/** Whether a body of this media type can be edited in fields. */
export function hasForm({ type, isSequence }: MediaTypeView): boolean {
  return !isSequence && (isJsonMediaType(type) || isFormMediaType(type) || isMultipart(type));
}

/** What stands in the body, as JSON text; text that is not JSON where it should be stays what it is. */
export function documentOf(body: string, media: MediaTypeView, known: Known): string {
  return isFormMediaType(media.type) ? documentOfForm(body, media, known) : body;
}

/** A changed document as the body's text. */
export function bodyOf(document: string, media: MediaTypeView, before: string, known: Known): string {
  return isFormMediaType(media.type) ? formOfDocument(document, media, before, known) : document;
}
