import type { ComponentProps } from 'react';
import { Onboarding as Journey } from '../journey';
import { Launchpad as Pad } from '../launchpad/Launchpad';

/** The same widgets among a guide's paragraphs: they have their distance, and none of the text's rules for lists. */
export function Onboarding(props: Pick<ComponentProps<typeof Journey>, 'journey'>) {
  return (
    <div className="pt-widget">
      <Journey {...props} />
    </div>
  );
}

export function Launchpad() {
  return (
    <div className="pt-widget">
      <Pad />
    </div>
  );
}
