import { useMemo } from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { createTroubleClient, portalAt, type TroubleScenarioId } from '../../portal-client';
import { Skeleton } from '../../ui';
import { TroubleList } from './TroubleList';

export interface TroublePanelProps {
  readonly serviceUrl: string;
  /** Shows one scenario alone. Default: all. */
  readonly only?: TroubleScenarioId;
}

/** Trouble on demand: scenarios to switch on and off, and how the client stood them. Wired in the browser only. */
export function TroublePanel(props: TroublePanelProps) {
  return useIsBrowser() ? <WiredPanel {...props} /> : <Skeleton lines={6} height="24px" />;
}

function WiredPanel({ serviceUrl, only }: TroublePanelProps) {
  const ports = useMemo(() => {
    const client = createTroubleClient(serviceUrl, (request) => fetch(request));
    return { client, keys: portalAt(serviceUrl).keys };
  }, [serviceUrl]);
  return <TroubleList ports={ports} {...(only && { only })} />;
}
