import type { OperationPage } from '../../../contract/reference-page';
import {
  browserLimits,
  describeRequest,
  keyPlaces,
  maskedKey,
  toCurl,
  type FormValues,
  type RequestContext,
} from './request';

export interface CurlCommands {
  /** Null where no request can be made of the form yet. */
  readonly masked: string | null;
  readonly withKey: string | null;
  /** What the browser leaves out of the same request. */
  readonly limits: readonly string[];
}

/** The form's request as curl: once to look at, once with the key, to be copied on purpose. */
export function curlCommands(
  page: OperationPage,
  values: FormValues,
  { serviceUrl, key, origin }: RequestContext & { readonly origin: string },
): CurlCommands {
  const masked = describeRequest(page, values, { serviceUrl, key: maskedKey });
  if (masked.kind === 'impossible') return { masked: null, withKey: null, limits: [] };
  const whole = key !== null && keyPlaces(page).length > 0 ? describeRequest(page, values, { serviceUrl, key }) : null;
  return {
    masked: toCurl(masked.request, origin),
    withKey: whole?.kind === 'request' ? toCurl(whole.request, origin) : null,
    limits: browserLimits(masked.request),
  };
}
