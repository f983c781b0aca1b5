import { useState } from 'react';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { CheckYourMail } from '../entry/CheckYourMail';
import { EntryPage } from '../entry/EntryPage.view';
import { Providers } from '../entry/Providers';
import { SecondFactorForm } from '../entry/SecondFactorForm';
import { useEntry } from '../entry/use-entry';
import { SignInAside } from './SignInAside.view';
import { SignInForm } from './SignInForm';
import { useRefusal } from './use-refusal';

/** `/sign-in`: by password or by mail, or by another provider; then back to where one came from. */
export function SignInPage() {
  const { serviceUrl } = usePortalFields();
  const entry = useEntry(serviceUrl);
  const refusal = useRefusal();
  // What was typed stays when one comes back from the mail.
  const [email, setEmail] = useState('');
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
  return (
    <EntryPage title="Sign in" aside={<SignInAside />}>
      <SignInForm
        serviceUrl={serviceUrl}
        state={state}
        refusal={refusal}
        email={email}
        onEmail={setEmail}
        onPassword={entry.signIn}
        onLink={entry.sendLink}
        onReset={entry.sendReset}
      />
      <Providers serviceUrl={serviceUrl} />
    </EntryPage>
  );
}
