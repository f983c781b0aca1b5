import { useMemo } from 'react';
import type { OperationPage } from '../../../contract/reference-page';
import { useHeldKey } from '../../portal-client/use-held-key';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { keyPlaces, sampleRequest } from '../console/request';
import { RequestSample } from './RequestSample';

/** The first request of an operation, as its contract's examples make it. */
export function OperationSample({ page }: { readonly page: OperationPage }) {
  const { serviceUrl, siteUrl } = usePortalFields();
  const key = useHeldKey(serviceUrl);
  const request = useMemo(() => sampleRequest(page, { serviceUrl }), [page, serviceUrl]);
  const withKey = useMemo(
    () => (key !== null && keyPlaces(page).length > 0 ? sampleRequest(page, { serviceUrl, key }) : null),
    [page, serviceUrl, key],
  );
  return request ? (
    <RequestSample request={request} withKey={withKey} origin={siteUrl} written={page.codeSamples} />
  ) : null;
}
