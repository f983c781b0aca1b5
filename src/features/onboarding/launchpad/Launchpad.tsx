import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { ButtonLink } from '../../../ui';
import { useTraveller } from '../journey/traveller';
import { LaunchpadBoard } from './LaunchpadBoard';
import { LaunchpadPlaces } from './LaunchpadPlaces.view';
import styles from './Launchpad.module.css';

export interface LaunchpadProps {
  /** Counts what has changed beside it: it is read again then. */
  readonly changed?: number;
}

/** How ready the organization is that one acts for: its keys, journeys, calls and webhooks, and whether live is open. */
export function Launchpad({ changed = 0 }: LaunchpadProps) {
  const { serviceUrl } = usePortalFields();
  const { traveller } = useTraveller(serviceUrl);
  switch (traveller.kind) {
    case 'member':
      return <LaunchpadBoard key={traveller.organization.id} serviceUrl={serviceUrl} changed={changed} />;
    case 'unknown':
      return (
        <>
          <div className={styles.ifPerson}>
            <LaunchpadPlaces />
          </div>
          <div className={styles.unlessPerson}>
            <Invitation />
          </div>
        </>
      );
    case 'unreached':
      return (
        <p role="alert" className={styles.empty}>
          The service could not be reached. Check your connection; this goes on when you come back to it.
        </p>
      );
    case 'alone':
      return (
        <div className={styles.empty}>
          <p>Keys, calls and progress are an organization’s, and you belong to none yet.</p>
          <ButtonLink to="/organization">Make an organization</ButtonLink>
        </div>
      );
    case 'guest':
      return <Invitation />;
  }
}

/** For whoever has no organization to show. It is in the page as it is served, so that it can be read without JavaScript. */
function Invitation() {
  return (
    <div className={styles.empty}>
      <p>
        Sign in to see how ready your organization is: its keys, its last calls and errors, its webhooks, and whether
        live is open. What you did here as a guest comes along.
      </p>
      <div className={styles.ways}>
        <ButtonLink to="/sign-in?to=/launch">Sign in</ButtonLink>
        <ButtonLink to="/sign-up?to=/launch" variant="quiet">
          Sign up
        </ButtonLink>
      </div>
    </div>
  );
}
