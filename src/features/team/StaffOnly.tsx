import type { ReactNode } from 'react';
import { useLocation } from '@docusaurus/router';
import { type SignedIn, useSession } from '../../portal-client/session';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { ButtonLink, Callout, Skeleton } from '../../ui';
import styles from './TeamPage.module.css';

export interface StaffOnlyProps {
  /** What the page holds, for a member of the staff. */
  readonly children: (session: SignedIn, serviceUrl: string) => ReactNode;
}

/** For a member of the staff what the page holds; for everybody else why they do not see it, and what to do. */
export function StaffOnly({ children }: StaffOnlyProps) {
  const { serviceUrl } = usePortalFields();
  const { pathname, search } = useLocation();
  const state = useSession(serviceUrl);
  switch (state.kind) {
    case 'unknown':
      return (
        <>
          <noscript>
            <p>This page needs JavaScript. What it shows, a team key reads from the service’s API, too.</p>
          </noscript>
          <div role="status" className={styles.waiting}>
            <span className="pt-unseen">Looking who is signed in</span>
            <Skeleton lines={8} height="28px" />
          </div>
        </>
      );
    case 'unreached':
      return (
        <Callout kind="danger" title="The service could not be reached">
          <p>Check your connection, then load the page again.</p>
        </Callout>
      );
    case 'guest':
      return (
        <div className={styles.gate}>
          <p>This page is for the partner engineers of this platform. If you are one, sign in.</p>
          <ButtonLink to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} variant="primary">
            Sign in
          </ButtonLink>
        </div>
      );
    case 'person':
      if (state.session.person.is_staff) return children(state.session, serviceUrl);
      return (
        <div className={styles.gate}>
          <p>
            This page is for the partner engineers of this platform, and {state.session.person.email} is not one of
            them.
          </p>
          <p>If you should be, ask a colleague who is: staff give the role to each other.</p>
          <ButtonLink to="/organization">Go to your organization</ButtonLink>
        </div>
      );
  }
}
