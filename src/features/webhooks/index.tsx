import { useMemo } from 'react';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { createWebhooksClient, portalAt } from '../../portal-client';
import { Skeleton } from '../../ui';
import { AddressBoard } from './AddressBoard';
import { WebhooksBoard } from './WebhooksBoard';

export interface WebhooksPanelProps {
  /** Whose webhooks are shown. */
  readonly version: { readonly api: string; readonly version: string };
  readonly serviceUrl: string;
}

/** What the sandbox sends: where to, a test event, every delivery with its attempts. Wired in the browser only. */
export function WebhooksPanel(props: WebhooksPanelProps) {
  return useIsBrowser() ? <WiredPanel {...props} /> : <Skeleton lines={6} height="24px" />;
}

/** Only where to, and a test event. */
export function AddressPanel(props: WebhooksPanelProps) {
  return useIsBrowser() ? <WiredAddress {...props} /> : <Skeleton lines={3} height="24px" />;
}

function WiredPanel({ version, serviceUrl }: WebhooksPanelProps) {
  return <WebhooksBoard version={version} ports={usePorts(serviceUrl)} />;
}

function WiredAddress({ version, serviceUrl }: WebhooksPanelProps) {
  return <AddressBoard version={version} ports={usePorts(serviceUrl)} />;
}

function usePorts(serviceUrl: string) {
  return useMemo(() => {
    const client = createWebhooksClient(serviceUrl, (request) => fetch(request));
    return { client, keys: portalAt(serviceUrl).keys };
  }, [serviceUrl]);
}
