import { lazy, Suspense } from 'react';
import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import UserRound from 'lucide-react/icons/user-round';
import { useRecalledInitials, useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { signInAddress } from '../own-path';
import styles from './AccountControl.module.css';

/** Loaded where somebody is signed in: guests do not pay for it. */
const PersonMenu = lazy(() => import('./PersonMenu'));

/**
 * "Sign in", or who is signed in. Its place is kept. Whoever was signed in before sees no "Sign in" flash by: `data-person` is on
 * `<html>` before the first paint.
 */
export function AccountControl() {
  const { serviceUrl } = usePortalFields();
  const { pathname } = useLocation();
  const isBrowser = useIsBrowser();
  const state = useSession(serviceUrl);
  const recalled = useRecalledInitials(serviceUrl);
  const initials = state.kind === 'guest' ? null : recalled;
  if (state.kind === 'person' || initials !== null) {
    const sign = (
      <span className={styles.sign} aria-hidden="true">
        {initials}
      </span>
    );
    return (
      <div className={styles.place}>
        {state.kind === 'person' ? (
          <Suspense fallback={sign}>
            <PersonMenu session={state.session} serviceUrl={serviceUrl} />
          </Suspense>
        ) : (
          sign
        )}
      </div>
    );
  }
  return (
    <div className={styles.place}>
      <Link to={isBrowser ? signInAddress(pathname) : '/sign-in'} className={styles.signIn}>
        <UserRound size={18} aria-hidden="true" className={styles.icon} />
        <span className={styles.word}>Sign in</span>
      </Link>
    </div>
  );
}
