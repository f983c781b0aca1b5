import { lazy, Suspense } from 'react';
import Link from '@docusaurus/Link';
import { useSession } from '../../portal-client/session';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Callout, SignInFirst, Skeleton } from '../../ui';
import styles from './Keys.module.css';

/** Apart: guides that could hold this widget do not pay for it. */
const KeysBoard = lazy(() => import('./KeysBoard').then((module) => ({ default: module.KeysBoard })));

/** The keys of the organization that the reader acts for; for a guest, how to come by some. */
export function Keys() {
  const { serviceUrl } = usePortalFields();
  const session = useSession(serviceUrl);
  if (session.kind === 'unknown') {
    return (
      <>
        <noscript>
          <p>
            Keys are made here with JavaScript, or by the service’s API. Without an account there is a guest key:{' '}
            <code>curl --request POST {serviceUrl}/api/v1/guest-keys</code>
          </p>
        </noscript>
        <Waiting />
      </>
    );
  }
  if (session.kind === 'unreached') {
    return (
      <Callout kind="danger" title="The service could not be reached">
        <p>Check your connection, then load the page again.</p>
      </Callout>
    );
  }
  if (session.kind === 'guest') {
    return (
      <SignInFirst to="/keys">
        Keys belong to an organization: sign in to make them. To try things out you need none, the consoles on these
        pages use a guest key.
      </SignInFirst>
    );
  }
  const { organization } = session.session;
  if (organization === null) {
    return (
      <p className={styles.guest}>
        You belong to no organization yet. <Link to="/organization">Make one</Link>, or ask a colleague to invite you.
      </p>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      <KeysBoard key={`${organization.id} ${organization.role}`} serviceUrl={serviceUrl} organization={organization} />
    </Suspense>
  );
}

function Waiting() {
  return (
    <div role="status" className={styles.waiting}>
      <span className="pt-unseen">Loading the keys</span>
      <Skeleton lines={4} height="44px" />
    </div>
  );
}
