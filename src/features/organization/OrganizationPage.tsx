import { useMemo, useState } from 'react';
import { createOrganizationCalls } from '../../portal-client';
import { sessionAt, useSession } from '../../portal-client/session';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Page, PageHead, SignInFirst, Skeleton } from '../../ui';
import { NewOrganization } from './NewOrganization';
import { OrganizationBoard } from './OrganizationBoard';
import { MyInvitations } from './MyInvitations';
import styles from './Organization.module.css';

/** `/organization`: whom one acts for, who belongs to it, and who is invited. Whoever has none yet makes one here. */
export function OrganizationPage() {
  const { serviceUrl } = usePortalFields();
  const state = useSession(serviceUrl);
  return (
    <Page>
      {state.kind === 'unknown' ? <Waiting /> : null}
      {state.kind === 'unreached' ? (
        <>
          <PageHead title="Organization" />
          <p role="alert" className={styles.text}>
            The service could not be reached. Check your connection; this page goes on when you come back to it.
          </p>
        </>
      ) : null}
      {state.kind === 'guest' ? (
        <>
          <PageHead
            title="Organization"
            lead="Whom keys, sandbox and progress belong to, and who works on it with you."
          />
          <SignInFirst to="/organization">
            Sign in to see whom you act for. Whoever signs up keeps what they made here as a guest.
          </SignInFirst>
        </>
      ) : null}
      {state.kind === 'person' ? <Signed serviceUrl={serviceUrl} session={state.session} /> : null}
    </Page>
  );
}

type Session = Extract<ReturnType<typeof useSession>, { kind: 'person' }>['session'];

function Signed({ serviceUrl, session }: { readonly serviceUrl: string; readonly session: Session }) {
  const calls = useMemo(() => createOrganizationCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const { organization, organizations } = session;
  // Then to accept is the one thing to do next.
  const [isInvited, setInvited] = useState(false);
  const refresh = () => sessionAt(serviceUrl).refresh();
  if (organization === null) {
    return (
      <>
        <PageHead
          title="Your organization"
          lead="Keys, sandbox and progress belong to an organization, which colleagues can join. It begins with you, and with what you made here as a guest."
        />
        <MyInvitations calls={calls} onJoined={refresh} onOpen={setInvited} />
        <div className={styles.first}>
          <NewOrganization calls={calls} label="Make the organization" onMade={refresh} isMain={!isInvited} />
        </div>
      </>
    );
  }
  return (
    <OrganizationBoard
      key={`${organization.id} ${organization.role}`}
      calls={calls}
      organization={organization}
      organizations={organizations}
      onChanged={refresh}
    />
  );
}

function Waiting() {
  return (
    <>
      <PageHead title="Organization" />
      <noscript>
        <p className={styles.text}>
          This page needs JavaScript: it shows your organization, which is not part of the page. An invitation is
          answered without it, by the link in its mail.
        </p>
      </noscript>
      <div className={styles.waiting}>
        <p role="status" className="pt-unseen">
          Loading your organization
        </p>
        <Skeleton lines={8} height="20px" />
      </div>
    </>
  );
}
