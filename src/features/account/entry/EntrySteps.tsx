import type { ReactNode } from 'react';
import { CheckYourMail } from './CheckYourMail';
import type { EntryState } from './entry-flow';
import { SecondFactorForm } from './SecondFactorForm';
import type { Entry } from './use-entry';

export interface EntryStepsProps {
  readonly entry: Entry;
  readonly serviceUrl: string;
  /** The form that the way in begins with. */
  readonly children: (state: Extract<EntryState, { readonly kind: 'asking' | 'sending' | 'in' }>) => ReactNode;
}

/** The way in, whichever form it begins with: what the form leads to is the same. */
export function EntrySteps({ entry, serviceUrl, children }: EntryStepsProps) {
  const { state } = entry;
  if (state.kind === 'mailed')
    return <CheckYourMail state={state} serviceUrl={serviceUrl} onAgain={entry.sendAgain} onOther={entry.restart} />;
  if (state.kind === 'code')
    return (
      <SecondFactorForm
        isSending={state.isSending}
        problem={state.problem}
        onGive={entry.giveCode}
        onRestart={entry.restart}
      />
    );
  return children(state);
}
