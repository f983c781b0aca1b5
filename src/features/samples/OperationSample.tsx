import { useMemo } from 'react';
import type { GivenValues } from '../../../contract/embedded-operation';
import type { OperationPage } from '../../../contract/reference-page';
import { useHeldKey } from '../../portal-client/use-held-key';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { keyPlaces, sampleRequest } from '../console/request';
import { RequestSample } from './RequestSample';

export interface OperationSampleProps {
  readonly page: OperationPage;
  /** What a guide fills in; otherwise all is of the contract's examples. */
  readonly given?: GivenValues;
}

/** The first request of an operation, as its contract's examples make it. */
export function OperationSample({ page, given }: OperationSampleProps) {
  const { serviceUrl, siteUrl } = usePortalFields();
  const key = useHeldKey(serviceUrl);
  const request = useMemo(() => sampleRequest(page, { serviceUrl, given }), [page, serviceUrl, given]);
  const withKey = useMemo(
    () => (key !== null && keyPlaces(page).length > 0 ? sampleRequest(page, { serviceUrl, key, given }) : null),
    [page, serviceUrl, key, given],
  );
  return request ? (
    <RequestSample
      request={request}
      withKey={withKey}
      origin={siteUrl}
      written={page.codeSamples}
      operation={{ api: page.api, version: page.version, operation: page.id }}
    />
  ) : null;
}
