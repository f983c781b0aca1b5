import type { OperationPage } from '../../../contract/reference-page';
import {
  browserLimits,
  describeRequest,
  keyPlaces,
  maskedKey,
  type FormValues,
  type RequestContext,
  type RequestDescription,
} from './request';

export interface CodeRequests {
  /** Null where no request can be made of the form yet. */
  readonly masked: RequestDescription | null;
  /** Null while there is no key, or none is needed. */
  readonly withKey: RequestDescription | null;
  /** What the browser leaves out of the same request. */
  readonly limits: readonly string[];
}

/** The form's request to be shown as code: once to look at, once with the key, to be copied on purpose. `placed` is masked already. */
export function codeRequests(
  page: OperationPage,
  values: FormValues,
  { serviceUrl, key, placed }: RequestContext,
): CodeRequests {
  const masked = describeRequest(page, values, { serviceUrl, key: maskedKey, placed });
  if (masked.kind === 'impossible') return { masked: null, withKey: null, limits: [] };
  const whole =
    key !== null && !placed && keyPlaces(page).length > 0 ? describeRequest(page, values, { serviceUrl, key }) : null;
  return {
    masked: masked.request,
    withKey: whole?.kind === 'request' ? whole.request : null,
    limits: browserLimits(masked.request),
  };
}
