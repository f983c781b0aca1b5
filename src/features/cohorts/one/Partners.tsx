import { useCallback } from 'react';
import Link from '@docusaurus/Link';
import Download from 'lucide-react/icons/download';
import type { Cohort, CohortCalls } from '../../../portal-client';
import { ButtonLink } from '../../../ui';
import { DeedWords } from '../DeedWords.view';
import { Shown } from '../Shown.view';
import { useDeed } from '../use-deed';
import { useRead } from '../use-read';
import { AddPartner } from './AddPartner';
import { PartnerTable } from './PartnerTable.view';
import { serviceHref } from './service-href';
import styles from '../Cohorts.module.css';

export interface PartnersProps {
  readonly calls: Pick<CohortCalls, 'partners' | 'candidates' | 'add' | 'remove'>;
  readonly serviceUrl: string;
  readonly cohort: Cohort;
  /** Whether it may be changed. */
  readonly isOpen: boolean;
  readonly onChanged: () => void;
}

/** Who is in the cohort, where they stand, and all of it to take along. */
export function Partners({ calls, serviceUrl, cohort, isOpen, onChanged }: PartnersProps) {
  const { id } = cohort;
  const { state, again } = useRead(useCallback(() => calls.partners(id), [calls, id]));
  const deed = useDeed();
  const download = (format: string) => serviceHref(serviceUrl, `/api/v1/team/cohorts/${id}/export?format=${format}`);
  const remove = async (organization: string, name: string): Promise<void> => {
    const isDone = await deed.run(organization, () => calls.remove(id, organization), `${name} is not in it any more.`);
    if (isDone) await again();
  };
  return (
    <Shown state={state} what="the partners" again={again}>
      {({ data }) => (
        <>
          {data.length === 0 ? (
            <p className={styles.empty}>
              Nobody is in it yet. Invite partners from a file, or add those that are here already.{' '}
              <Link to="/docs/portal/cohorts">How to run a cohort</Link>
            </p>
          ) : (
            <>
              <PartnerTable
                partners={data}
                journey={cohort.journey}
                doing={deed.doing}
                onRemove={isOpen ? (organization, name) => void remove(organization, name) : null}
              />
              <p className={styles.buttons}>
                <ButtonLink size="small" icon={<Download size={14} aria-hidden="true" />} to={download('csv')}>
                  CSV
                </ButtonLink>
                <ButtonLink size="small" icon={<Download size={14} aria-hidden="true" />} to={download('json')}>
                  JSON
                </ButtonLink>
              </p>
            </>
          )}
          <DeedWords deed={deed} />
          {isOpen ? <AddPartner calls={calls} id={id} onAdded={onChanged} /> : null}
        </>
      )}
    </Shown>
  );
}
