import { useEffect, useRef, useState, type ComponentType } from 'react';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { useGuides } from '../shell';
import { firstCallStart, reduceFirstCall, stepViews } from './first-call-state';
import { FirstCallView } from './FirstCall.view';
import { operationAddress } from './operation-address';
import type { WiredFirstCallProps } from './WiredFirstCall';
import { WithoutScript } from './WithoutScript.view';

type Loading =
  | { readonly kind: 'static' }
  | { readonly kind: 'live'; readonly Live: ComponentType<WiredFirstCallProps> }
  | { readonly kind: 'failed' };

const nothing = 'Real requests to a sandbox of your own. A step ticks when the gateway has seen it succeed.';

/** The first call, live on the page: a journey of `portal.config.ts`, `first-call` unless another is named. */
export function FirstCall({ journey: id = 'first-call' }: { readonly journey?: string }) {
  const { journeys, serviceUrl, siteUrl } = usePortalFields();
  const guides = useGuides();
  const [loading, setLoading] = useState<Loading>({ kind: 'static' });
  const [pressed, setPressed] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const journey = journeys.find((one) => one.id === id);

  const load = (): void => {
    import('./WiredFirstCall').then(
      (module) => setLoading({ kind: 'live', Live: module.WiredFirstCall }),
      () => setLoading({ kind: 'failed' }),
    );
  };
  useEffect(() => {
    if (!place.current) return;
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      load();
    });
    seen.observe(place.current);
    return () => seen.disconnect();
  }, []);

  if (!journey) return null;
  // Pressed before the code was here: it starts with that step.
  const isAwaited = pressed !== null && loading.kind === 'static';
  const calls = journey.steps.flatMap(({ title, proof }) =>
    proof.kind === 'traffic' ? [{ title, href: operationAddress(proof.operation).href }] : [],
  );
  const authentication = guides.find('/docs/authentication');
  const next = [
    ...calls.slice(0, 1).map(({ href }) => ({ to: href, label: 'Change the request in its console' })),
    ...(authentication ? [{ to: authentication, label: 'How authentication works' }] : []),
  ];
  return (
    <div ref={place}>
      {loading.kind === 'live' ? (
        <loading.Live
          journey={journey}
          serviceUrl={serviceUrl}
          next={next}
          startWith={pressed}
          onStarted={() => setPressed(null)}
        />
      ) : (
        <FirstCallView
          title={journey.title}
          steps={stepViews(
            journey,
            isAwaited ? reduceFirstCall(firstCallStart, { kind: 'pressed', step: pressed }) : firstCallStart,
          )}
          onPress={(step) => {
            setPressed(step);
            setLoading({ kind: 'static' });
            load();
          }}
          footer={
            <p>
              {loading.kind === 'failed'
                ? 'This could not be loaded. Check your connection, and press again.'
                : nothing}
            </p>
          }
          said=""
        >
          <WithoutScript serviceUrl={serviceUrl || siteUrl} calls={calls} />
        </FirstCallView>
      )}
    </div>
  );
}
