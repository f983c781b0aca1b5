import { useState } from 'react';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { EntryPage } from '../entry/EntryPage.view';
import { EntrySteps } from '../entry/EntrySteps';
import { Providers } from '../entry/Providers';
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
  return (
    <EntrySteps entry={entry} serviceUrl={serviceUrl}>
      {(state) =>
        accounts.signUp === 'invitation' ? (
          <ClosedSignUp />
        ) : (
          <EntryPage title="Create an account" aside={<SignUpAside />}>
            <SignUpForm
              serviceUrl={serviceUrl}
              state={state}
              kept={kept}
              onKeep={setKept}
              onAccount={entry.signUp}
              onLink={entry.sendLink}
              needsApproval={accounts.signUp === 'approval'}
            />
            <Providers serviceUrl={serviceUrl} />
          </EntryPage>
        )
      }
    </EntrySteps>
  );
}
