import useIsBrowser from '@docusaurus/useIsBrowser';
import { useMemo } from 'react';
import { createSandboxCalls, portalAt } from '../../../portal-client';
import type { SandboxPanelProps } from '../SandboxPage';
import { saveFile } from './save-file';
import { StateControls } from './StateControls';
import { StateSkeleton } from './StateSkeleton.view';
import type { StatePorts } from './use-sandbox-state';

/** What the visitor's sandbox holds, and everything that can be done to it as a whole. */
export function StatePanel(props: SandboxPanelProps) {
  return useIsBrowser() ? <WiredState {...props} /> : <StateSkeleton />;
}

function WiredState({ version, serviceUrl }: SandboxPanelProps) {
  const ports = useMemo((): StatePorts => {
    const calls = createSandboxCalls(serviceUrl, version, (request) => fetch(request));
    return { calls, keys: portalAt(serviceUrl).keys, save: saveFile };
  }, [serviceUrl, version]);
  return <StateControls version={version} ports={ports} />;
}
