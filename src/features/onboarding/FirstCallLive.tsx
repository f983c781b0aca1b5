import { useEffect, useRef, useState } from 'react';
import type { JourneyConfig } from '../../../contract/portal-config';
import type { OperationPage } from '../../../contract/reference-page';
import { CallPane } from './CallPane.view';
import { previewStep } from './call-step';
import { FirstCallView } from './FirstCall.view';
import { FirstCallFooter, type NextThing } from './FirstCallFooter.view';
import { isComplete, stepViews, type FirstCallState, type ShownCall } from './first-call-state';
import { useFirstCall, type FirstCallPorts } from './use-first-call';

export interface FirstCallLiveProps {
  readonly journey: JourneyConfig;
  readonly ports: FirstCallPorts;
  readonly next: readonly NextThing[];
  /** The step that was pressed before this code was here. */
  readonly startWith: string | null;
  readonly onStarted: () => void;
}

/** The journey with its behaviour. */
export function FirstCallLive({ journey, ports, next, startWith, onStarted }: FirstCallLiveProps) {
  const { state, press } = useFirstCall(journey, ports);
  const pages = useOperations(journey, ports);
  const started = useRef(false);
  useEffect(() => {
    if (startWith === null || started.current) return;
    started.current = true;
    press(startWith);
    onStarted();
  });
  const steps = stepViews(journey, state);
  const complete = isComplete(journey, state);
  return (
    <FirstCallView
      title={journey.title}
      steps={steps}
      onPress={press}
      footer={<FirstCallFooter state={state} isComplete={complete} next={next} />}
      said={wordsFor(state, complete)}
    >
      <CallPane call={callInView(journey, state, pages, ports)} isCalling={state.phase.kind === 'calling'} />
    </FirstCallView>
  );
}

/** What was sent last; before anything is, what the first request to the API would be. */
function callInView(
  journey: JourneyConfig,
  state: FirstCallState,
  pages: Readonly<Record<string, OperationPage>>,
  { memory }: FirstCallPorts,
): ShownCall | null {
  const shown = state.shown === null ? undefined : state.calls[state.shown];
  if (shown) return shown;
  const first = journey.steps.find((step) => step.proof.kind === 'traffic');
  const page = first && pages[first.id];
  return page ? previewStep(page, memory) : null;
}

/** The descriptions of the operations that the steps call, as they come in. */
function useOperations(
  journey: JourneyConfig,
  { loadOperation }: FirstCallPorts,
): Readonly<Record<string, OperationPage>> {
  const [pages, setPages] = useState<Readonly<Record<string, OperationPage>>>({});
  useEffect(() => {
    let isLeft = false;
    for (const { id, proof } of journey.steps) {
      if (proof.kind !== 'traffic') continue;
      void loadOperation(proof.operation).then((page) => {
        if (page && !isLeft) setPages((known) => ({ ...known, [id]: page }));
      });
    }
    return () => {
      isLeft = true;
    };
  }, [journey, loadOperation]);
  return pages;
}

function wordsFor({ phase, shown, calls }: FirstCallState, complete: boolean): string {
  if (complete) return 'All steps are done.';
  if (phase.kind === 'calling') return 'Sending.';
  const answer = shown === null ? null : calls[shown]?.answer;
  return phase.kind === 'resting' && answer ? `Answered with ${answer.status}.` : '';
}
