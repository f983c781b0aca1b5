/** The request model: a page's contract and what stands in a form, made into a request. Pure; other widgets send by it too. */
export { browserLimits, isForbiddenHeader } from './browser-limits';
export { fileFields, type FileField } from './file-names';
export { rowsOf, textOfRows, type Row } from './list-text';
export { keyPlaces, maskedKey, type PlacedCredential } from './credential';
export { describeRequest, type RequestContext } from './describe-request';
export { fieldKind, isFormMediaType, isJsonMediaType, isMultipart, kindOfSchema, type FieldKind } from './field-kind';
export {
  exampleText,
  fieldKey,
  fieldsOf,
  firstExample,
  givenValues,
  initialValues,
  type FormValues,
} from './form-values';
export { multipartBlob } from './multipart-blob';
export { declaredPartTypes, usualPartType } from './multipart-parts';
export { sampleRequest } from './sample-request';
export type { FieldProblem, RequestContent, RequestDescription, RequestPart } from './request-description';
