import { useDeferredValue, useMemo } from 'react';
import type { OperationPage } from '../../../contract/reference-page';
import { codeRequests, type CodeRequests } from './code-requests';
import type { FormValues, PlacedCredential, RequestContext } from './request';

/** The same as the form changes; a key that is typed does not wait for it. */
export function useCodeRequests(
  page: OperationPage,
  values: FormValues,
  { serviceUrl, key, placed }: RequestContext,
): CodeRequests {
  const shown = useDeferredValue(values);
  // Made anew by each render, and small: it says no secrets.
  const placedText = JSON.stringify(placed);
  return useMemo(() => {
    const same = placedText === undefined ? undefined : (JSON.parse(placedText) as readonly PlacedCredential[]);
    return codeRequests(page, shown, { serviceUrl, key, placed: same });
  }, [page, shown, serviceUrl, key, placedText]);
}
