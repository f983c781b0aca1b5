import type { OperationPage } from '../../../contract/reference-page';
import { curlCommands } from './curl-commands';
import { fieldKey, fieldsOf, initialValues } from './request';

/**
 * The request that a page shows before anybody typed: the console's own first form as curl, with `OFFER_ID` where the
 * contract gives no example of a required parameter. Null where no request can be made.
 */
export function sampleCurl(
  page: OperationPage,
  site: { readonly serviceUrl: string; readonly origin: string },
): string | null {
  const values = initialValues(page);
  const missing = fieldsOf(page).filter((field) => field.required && values.parameters[fieldKey(field)] === '');
  const placeholders = missing.map((field) => [fieldKey(field), placeholder(field.name)]);
  const parameters = { ...values.parameters, ...(Object.fromEntries(placeholders) as Record<string, string>) };
  return curlCommands(page, { ...values, parameters }, { ...site, key: null }).masked;
}

const placeholder = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
