import { lazy, Suspense } from 'react';
import Link from '@docusaurus/Link';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { type SignedIn, useSession } from '../../../portal-client/session';
import { Page, PageHead, SignInFirst, Skeleton } from '../../../ui';
import styles from './AccountPage.module.css';

/** Loaded where somebody is signed in; its styles come with it, and no other page waits for them. */
const AccountSections = lazy(() => import('./AccountSections').then((module) => ({ default: module.AccountSections })));

/** `/account`: one's own account. Whoever is not signed in is told where to. */
export function AccountPage() {
  const { serviceUrl } = usePortalFields();
  const state = useSession(serviceUrl);
  if (state.kind === 'guest')
    return (
      <Page>
        <PageHead title="Your account" lead="Nobody is signed in on this browser." />
        <SignInFirst to="/account">
          An account keeps your name, your password and a second factor, where you are signed in, and what the portal
          knows about you. Guides, reference and sandbox need none.
        </SignInFirst>
      </Page>
    );
  return (
    <Page>
      <PageHead title="Your account" lead={state.kind === 'person' ? whoIsIn(state.session) : undefined} />
      <noscript>
        <p className={styles.text}>
          This page needs JavaScript: it shows your account, which is not part of the page. You are signed in or out
          without it at <Link to="/sign-in">Sign in</Link>.
        </p>
      </noscript>
      {state.kind === 'unreached' ? (
        <p role="alert" className={styles.text}>
          The service could not be reached. Check your connection; this page goes on when you come back to it.
        </p>
      ) : null}
      {state.kind === 'unknown' ? waiting : null}
      {state.kind === 'person' ? (
        <Suspense fallback={waiting}>
          <AccountSections session={state.session} serviceUrl={serviceUrl} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function whoIsIn({ person, organization }: SignedIn): string {
  return organization ? `${person.email}, ${organization.role} of ${organization.name}` : person.email;
}

const waiting = (
  <div className={styles.waiting}>
    <p role="status" className="pt-unseen">
      Loading your account
    </p>
    <Skeleton lines={8} height="20px" />
  </div>
);
