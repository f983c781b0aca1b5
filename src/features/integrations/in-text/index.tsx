import { lazy, Suspense } from 'react';
import { WaitingGrid } from '../Grid.view';
import type { IntegrationsProps } from './Integrations';

/** Apart: guides that could hold this widget do not pay for it. */
const Loaded = lazy(() => import('./Integrations').then((module) => ({ default: module.Integrations })));

/** `<Integrations />` in a guide: what partners have launched, of an API for instance. */
export function Integrations(props: IntegrationsProps) {
  return (
    <Suspense fallback={<WaitingGrid cards={Math.min(props.limit ?? 6, 3)} />}>
      <Loaded {...props} />
    </Suspense>
  );
}
