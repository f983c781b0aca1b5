import { useState } from 'react';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { CheckYourMail } from '../entry/CheckYourMail';
import { EntryPage } from '../entry/EntryPage.view';
import { Providers } from '../entry/Providers';
import { SecondFactorForm } from '../entry/SecondFactorForm';
import { useEntry } from '../entry/use-entry';
import { ClosedSignUp } from './ClosedSignUp.view';
import { SignUpAside } from './SignUpAside.view';
import { SignUpForm } from './SignUpForm';

/** `/sign-up`: an account, by password or by mail, where the portal is open to everybody. */
export function SignUpPage() {
  const { serviceUrl, accounts } = usePortalFields();
  const entry = useEntry(serviceUrl);
  // What was typed stays when one comes back from the mail.
  const [kept, setKept] = useState({ name: '', email: '' });
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
  if (accounts.signUp === 'invitation') return <ClosedSignUp />;
  return (
    <EntryPage title="Create an account" aside={<SignUpAside />}>
      <SignUpForm
        serviceUrl={serviceUrl}
        state={state}
        kept={kept}
        onKeep={setKept}
        onAccount={entry.signUp}
        onLink={entry.sendLink}
      />
      <Providers serviceUrl={serviceUrl} />
    </EntryPage>
  );
}
