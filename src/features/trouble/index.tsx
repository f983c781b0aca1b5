import { useMemo } from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { createTroubleClient, portalAt } from '../../portal-client';
import { Skeleton } from '../../ui';
import { TroubleList } from './TroubleList';

/** Trouble on demand: scenarios to switch on and off, and how the client stood them. Wired in the browser only. */
export function TroublePanel({ serviceUrl }: { readonly serviceUrl: string }) {
  return useIsBrowser() ? <WiredPanel serviceUrl={serviceUrl} /> : <Skeleton lines={6} height="24px" />;
}

function WiredPanel({ serviceUrl }: { readonly serviceUrl: string }) {
  const ports = useMemo(() => {
    const client = createTroubleClient(serviceUrl, (request) => fetch(request));
    return { client, keys: portalAt(serviceUrl).keys };
  }, [serviceUrl]);
  return <TroubleList ports={ports} />;
}
