import { useMemo } from 'react';
import Link from '@docusaurus/Link';
import { useHistory, useLocation } from '@docusaurus/router';
import { createPartnerCalls } from '../../portal-client';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { usualJourney } from './board/usual-journey';
import { PartnerBoard } from './partner/PartnerBoard';
import { StaffOnly } from './StaffOnly';
import { TeamNav } from './TeamNav';
import styles from './TeamPage.module.css';

/** `/team/partner?organization=…`: all that is known of one partner, for the staff. */
export function TeamPartner() {
  return (
    <main className={styles.page}>
      <TeamNav />
      <StaffOnly>{(_, serviceUrl) => <WiredPartner serviceUrl={serviceUrl} />}</StaffOnly>
    </main>
  );
}

function WiredPartner({ serviceUrl }: { readonly serviceUrl: string }) {
  const { journeys } = usePortalFields();
  const { search } = useLocation();
  const history = useHistory();
  const calls = useMemo(() => createPartnerCalls(serviceUrl, (request) => fetch(request)), [serviceUrl]);
  const query = new URLSearchParams(search);
  const organization = query.get('organization') ?? '';
  if (organization === '') {
    return (
      <div className={styles.head}>
        <h1>Which partner?</h1>
        <p>
          The address names none. Choose one on <Link to="/team">the board</Link>.
        </p>
      </div>
    );
  }
  const asked = query.get('journey');
  const journey = journeys.find(({ id }) => id === asked)?.id ?? usualJourney(journeys);
  const choose = (next: string): void =>
    history.replace({ search: `?${new URLSearchParams({ organization, journey: next })}` });
  return <PartnerBoard key={organization} {...{ calls, organization, journeys, journey }} onJourney={choose} />;
}
