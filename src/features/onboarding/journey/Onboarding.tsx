import { useEffect, useState } from 'react';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import type { JourneyState } from './followed-journey';
import { JourneyFrame } from './JourneyFrame.view';
import { NextPanel } from './NextPanel.view';
import { stepViews } from './step-view';
import { useTraveller, whoseProgress } from './traveller';
import type * as WiredParts from './wired';

type Wired = typeof WiredParts;

export interface OnboardingProps {
  readonly journey: string;
  /** Told of each progress that comes. */
  readonly onProgress?: () => void;
}

const nothing: JourneyState = { progress: null, problem: null, said: '' };

/**
 * A journey of `portal.config.ts`, and where whoever looks at it stands: it ticks by itself. Its words stand in the page; what follows the
 * progress, and what one does for a step, comes for those who have one.
 */
export function Onboarding({ journey: id, onProgress }: OnboardingProps) {
  const { journeys, serviceUrl } = usePortalFields();
  const { traveller, goOnAsGuest } = useTraveller(serviceUrl);
  const [wired, setWired] = useState<Wired | 'failed' | null>(null);
  const [heard, setHeard] = useState<{ readonly from: string; readonly state: JourneyState } | null>(null);
  const journey = journeys.find((one) => one.id === id);
  const whose = whoseProgress(traveller);
  const from = whose === null ? '' : `${id} ${whose.kind === 'guest' ? whose.kind : whose.id}`;

  const isWanted = whose !== null && wired === null;
  useEffect(() => {
    if (isWanted) import('./wired').then(setWired, () => setWired('failed'));
  }, [isWanted]);

  // The build refuses a page that names another.
  if (!journey) return null;
  const state = heard?.from === from ? heard.state : nothing;
  const steps = stepViews(journey, state.progress);
  const parts = wired === 'failed' ? null : wired;
  const name = (step: string): string => `${journey.id}-${step}`;
  return (
    <>
      <JourneyFrame
        journey={journey}
        steps={steps}
        removed={state.progress?.removed_steps ?? []}
        said={state.said}
        nameOf={name}
        renderTools={(step) =>
          parts && whose ? (
            <parts.StepTools
              journey={journey}
              step={step}
              traveller={traveller}
              followed={parts.journeyAt(serviceUrl, journey.id, whose)}
              serviceUrl={serviceUrl}
            />
          ) : null
        }
      >
        <NextPanel
          journey={journey}
          steps={steps}
          state={state}
          traveller={traveller}
          isBroken={wired === 'failed'}
          onOpen={(step) => openRow(name(step))}
          onGuest={goOnAsGuest}
          onRetry={() => setWired(null)}
        />
      </JourneyFrame>
      {parts && whose ? (
        <parts.JourneyFollower
          key={from}
          followed={parts.journeyAt(serviceUrl, journey.id, whose)}
          onState={(now) => {
            setHeard({ from, state: now });
            if (now.progress !== null) onProgress?.();
          }}
        />
      ) : null}
    </>
  );
}

/** Unfolds a step and leads there, also by keyboard. */
function openRow(name: string): void {
  const row = document.getElementById(name);
  if (!(row instanceof HTMLDetailsElement)) return;
  row.open = true;
  row.querySelector('summary')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'start' });
}
