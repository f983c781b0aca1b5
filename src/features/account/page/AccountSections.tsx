import { useMemo } from 'react';
import Link from '@docusaurus/Link';
import { createOwnAccountCalls } from '../../../portal-client';
import { sessionAt, type SignedIn } from '../../../portal-client/session';
import { Button, Skeleton } from '../../../ui';
import { ProblemWords } from '../entry/ProblemWords.view';
import styles from './Sections.module.css';
import { DataSection } from './DataSection';
import { NameSection } from './NameSection';
import { PasswordSection } from './PasswordSection';
import { SecondFactorSection } from './SecondFactorSection';
import { SessionsSection } from './SessionsSection';
import { useAccount } from './use-account';

export interface AccountSectionsProps {
  readonly session: SignedIn;
  readonly serviceUrl: string;
}

/** What one sees of one's account, and can do with it. */
export function AccountSections({ session, serviceUrl }: AccountSectionsProps) {
  const calls = useMemo(() => createOwnAccountCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const { state, again, replace } = useAccount(calls);
  const refresh = () => void sessionAt(serviceUrl).refresh();
  return (
    <>
      {session.organization ? null : (
        <p className={styles.lead}>
          You act for no organization yet. <Link to="/organization">Make yours</Link>, and what you tried out here as a
          guest comes along.
        </p>
      )}
      {state.kind === 'loading' ? (
        <div className={styles.waiting}>
          <Skeleton lines={8} height="20px" />
        </div>
      ) : null}
      {state.kind === 'failed' ? (
        <div className={styles.waiting}>
          <ProblemWords problem={state.problem} />
          <p>
            <Button onClick={again}>Try again</Button>
          </p>
        </div>
      ) : null}
      {state.kind === 'loaded' ? (
        <>
          <NameSection
            calls={calls}
            account={state.account}
            onChanged={(account) => {
              replace(account);
              refresh();
            }}
          />
          <PasswordSection calls={calls} account={state.account} serviceUrl={serviceUrl} />
          <SecondFactorSection calls={calls} account={state.account} onChanged={again} />
          <SessionsSection calls={calls} />
          <DataSection calls={calls} account={state.account} onDeleted={refresh} />
        </>
      ) : null}
    </>
  );
}
