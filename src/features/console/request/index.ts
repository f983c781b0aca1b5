/** The request model: a page's contract and what stands in a form, made into a request. Pure; other widgets send by it too. */
export { browserLimits, isForbiddenHeader } from './browser-limits';
export { keyPlaces, maskedKey } from './credential';
export { describeRequest, type RequestContext } from './describe-request';
export { fieldKind, isJsonMediaType, type FieldKind } from './field-kind';
export {
  exampleText,
  fieldKey,
  fieldsOf,
  firstExample,
  givenValues,
  initialValues,
  type FormValues,
} from './form-values';
export { sampleRequest } from './sample-request';
export type { FieldProblem, RequestContent, RequestDescription, RequestPart } from './request-description';
