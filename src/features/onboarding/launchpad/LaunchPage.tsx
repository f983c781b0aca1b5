import { type ComponentType, useCallback, useState } from 'react';
import { createOrganizationCalls, type PortalProblem } from '../../../portal-client';
import { sessionAt, useSession } from '../../../portal-client/session';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import { Page, PageChoice, PageHead } from '../../../ui';
import { Onboarding } from '../journey';
import styles from './LaunchPage.module.css';
import { Launchpad } from './Launchpad';
import { useChosenJourney } from './use-chosen-journey';

export interface LaunchPageProps {
  /** What other features tell a partner here: announcements, events. */
  readonly news?: readonly ComponentType[];
}

/** `/launch`: where a partner begins the day. How ready it all is, and the journey with its next step. */
export function LaunchPage({ news = [] }: LaunchPageProps) {
  const { serviceUrl } = usePortalFields();
  const session = useSession(serviceUrl);
  const { journeys, chosen, choose } = useChosenJourney();
  const [changed, setChanged] = useState(0);
  const noteChange = useCallback(() => setChanged((count) => count + 1), []);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  const { organization = null, organizations = [] } = session.kind === 'person' ? session.session : {};

  const switchTo = async (id: string): Promise<void> => {
    const calls = createOrganizationCalls(serviceUrl, (request) => fetch(request));
    const outcome = await calls.switchTo(id);
    setProblem(outcome.kind === 'problem' ? outcome.problem : null);
    await sessionAt(serviceUrl).refresh();
  };
  return (
    <Page isWide>
      <PageHead
        title="Launch"
        lead={organization ? `The way of ${organization.name} to live.` : 'The way from a first call to live.'}
      >
        <div className={styles.choices}>
          {organizations.length > 1 && organization ? (
            <PageChoice label="Acting for" value={organization.id} onChoose={(id) => void switchTo(id)}>
              {organizations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </PageChoice>
          ) : null}
          {journeys.length > 1 && chosen ? (
            <PageChoice label="Journey" value={chosen.id} onChoose={choose}>
              {journeys.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </PageChoice>
          ) : null}
        </div>
      </PageHead>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problem.detail ?? `${problem.title}.`}
        </p>
      ) : null}
      <div className={styles.parts}>
        <section aria-labelledby="readiness">
          <h2 id="readiness" className="pt-unseen">
            Readiness
          </h2>
          <Launchpad changed={changed} />
        </section>
        {chosen ? <Onboarding key={chosen.id} journey={chosen.id} onProgress={noteChange} /> : null}
        {/* They ask who is here, which only the browser knows. */}
        {(session.kind === 'unknown' ? [] : news).map((News, index) => (
          <News key={index} />
        ))}
      </div>
    </Page>
  );
}
