import type { GivenValues } from '../../../../contract/embedded-operation';
import type { OperationPage } from '../../../../contract/reference-page';
import { maskedKey } from './credential';
import { describeRequest } from './describe-request';
import { fieldKey, fieldsOf, givenValues, initialValues } from './form-values';
import type { RequestDescription } from './request-description';

/**
 * The request that a page shows before anybody typed: the contract's examples, and `OFFER_ID` where it gives none of a
 * required parameter; or what a guide has `given`. Null where no request can be made.
 */
export function sampleRequest(
  page: OperationPage,
  { serviceUrl, key = maskedKey, given }: SampleContext,
): RequestDescription | null {
  const values = givenValues(initialValues(page), given);
  const missing = fieldsOf(page).filter((field) => field.required && values.parameters[fieldKey(field)] === '');
  const placeholders = missing.map((field) => [fieldKey(field), placeholder(field.name)]);
  const parameters = { ...values.parameters, ...(Object.fromEntries(placeholders) as Record<string, string>) };
  const decision = describeRequest(page, { ...values, parameters }, { serviceUrl, key });
  return decision.kind === 'request' ? decision.request : null;
}

interface SampleContext {
  readonly serviceUrl: string;
  readonly key?: string;
  readonly given?: GivenValues;
}

const placeholder = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
