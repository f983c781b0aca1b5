import type { OperationPage } from '../../../../contract/reference-page';
import { maskedKey } from './credential';
import { describeRequest } from './describe-request';
import { fieldKey, fieldsOf, initialValues } from './form-values';
import type { RequestDescription } from './request-description';

/**
 * The request that a page shows before anybody typed: the contract's examples, and `OFFER_ID` where it gives none of a
 * required parameter. Null where no request can be made.
 */
export function sampleRequest(
  page: OperationPage,
  { serviceUrl, key = maskedKey }: { readonly serviceUrl: string; readonly key?: string },
): RequestDescription | null {
  const values = initialValues(page);
  const missing = fieldsOf(page).filter((field) => field.required && values.parameters[fieldKey(field)] === '');
  const placeholders = missing.map((field) => [fieldKey(field), placeholder(field.name)]);
  const parameters = { ...values.parameters, ...(Object.fromEntries(placeholders) as Record<string, string>) };
  const decision = describeRequest(page, { ...values, parameters }, { serviceUrl, key });
  return decision.kind === 'request' ? decision.request : null;
}

const placeholder = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
