import { useState } from 'react';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { EntryPage } from '../entry/EntryPage.view';
import { EntrySteps } from '../entry/EntrySteps';
import { Providers } from '../entry/Providers';
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
  return (
    <EntrySteps entry={entry} serviceUrl={serviceUrl}>
      {(state) => (
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
      )}
    </EntrySteps>
  );
}
