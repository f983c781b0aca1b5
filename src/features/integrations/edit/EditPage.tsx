import { useMemo } from 'react';
import Link from '@docusaurus/Link';
import { createIntegrationsCalls } from '../../../portal-client';
import { useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { ButtonLink, Callout, Page, PageHead } from '../../../ui';
import styles from './Edit.module.css';
import { ListingEditor, WaitingEditor } from './ListingEditor';

/** `/integrations/edit`: an organization writes its listing in the directory. */
export function EditPage() {
  const { serviceUrl } = usePortalFields();
  return (
    <Page isWide>
      <PageHead
        title="Your listing"
        lead={
          <>
            What readers of the <Link to="/integrations">directory</Link> learn about your integration. It is reviewed
            before it is public.
          </>
        }
      />
      <Gate serviceUrl={serviceUrl} />
    </Page>
  );
}

function Gate({ serviceUrl }: { readonly serviceUrl: string }) {
  const state = useSession(serviceUrl);
  // Asked by nobody on the server, where there is no address to ask.
  const calls = useMemo(
    () => (state.kind === 'person' ? createIntegrationsCalls(serviceUrl, (request) => fetch(request)) : null),
    [serviceUrl, state.kind],
  );
  switch (state.kind) {
    case 'unknown':
      return (
        <>
          <noscript>
            <p>This page needs JavaScript. Programs write the listing by the service’s API.</p>
          </noscript>
          <WaitingEditor />
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
        <div className={styles.guest}>
          <p>A listing belongs to an organization: sign in to write it.</p>
          <div className={styles.ways}>
            <ButtonLink to="/sign-up?to=/integrations/edit" variant="primary">
              Sign up
            </ButtonLink>
            <ButtonLink to="/sign-in?to=/integrations/edit">Sign in</ButtonLink>
          </div>
        </div>
      );
    case 'person': {
      const { organization } = state.session;
      if (organization === null || calls === null) {
        return (
          <p className={styles.guest}>
            You belong to no organization yet. <Link to="/organization">Make one</Link>, or ask a colleague to invite
            you.
          </p>
        );
      }
      return (
        <ListingEditor
          key={`${organization.id} ${organization.role}`}
          calls={calls}
          serviceUrl={serviceUrl}
          organization={organization}
        />
      );
    }
  }
}
