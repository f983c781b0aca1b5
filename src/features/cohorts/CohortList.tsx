import { useCallback, useState } from 'react';
import Link from '@docusaurus/Link';
import { useHistory } from '@docusaurus/router';
import type { CohortCalls, CohortEntry } from '../../portal-client';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Button, Table } from '../../ui';
import { CohortForm } from './CohortForm';
import { counted, daysWords } from './cohort-words';
import { Shown } from './Shown.view';
import { useRead } from './use-read';
import styles from './Cohorts.module.css';

export type ListCalls = Pick<CohortCalls, 'list' | 'create'>;

/** All cohorts, and a way to make one. */
export function CohortList({ calls }: { readonly calls: ListCalls }) {
  const { state, again } = useRead(useCallback(() => calls.list(), [calls]));
  const history = useHistory();
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      {isMaking ? (
        <CohortForm
          verb="Make the cohort"
          onSend={calls.create}
          onDone={({ id }) => history.push(`/team/cohorts?cohort=${id}`)}
          onClose={() => setMaking(false)}
        />
      ) : (
        <p className={styles.buttons}>
          <Button variant="primary" onClick={() => setMaking(true)}>
            New cohort
          </Button>
        </p>
      )}
      <Shown state={state} what="the cohorts" again={again}>
        {(cohorts) => <Lists cohorts={cohorts} />}
      </Shown>
    </>
  );
}

function Lists({ cohorts }: { readonly cohorts: readonly CohortEntry[] }) {
  const current = cohorts.filter(({ archived_at: at }) => at === null);
  const archived = cohorts.filter(({ archived_at: at }) => at !== null);
  return (
    <>
      {current.length === 0 ? (
        <p className={styles.empty}>
          {archived.length === 0
            ? 'There is no cohort yet. Make one, then invite its partners from a CSV file.'
            : 'No cohort is under way.'}
        </p>
      ) : (
        <Rows caption="Cohorts" cohorts={current} />
      )}
      {archived.length === 0 ? null : (
        <details className={styles.archive}>
          <summary>{counted(archived.length, 'archived cohort')}</summary>
          <Rows caption="Archived cohorts" cohorts={archived} />
        </details>
      )}
    </>
  );
}

function Rows({ caption, cohorts }: { readonly caption: string; readonly cohorts: readonly CohortEntry[] }) {
  const { journeys } = usePortalFields();
  return (
    <Table
      caption={caption}
      columns={[{ name: 'Name' }, { name: 'Journey' }, { name: 'Days' }, { name: 'Partners', isNumber: true }]}
    >
      {cohorts.map(({ id, name, journey, members, ...days }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={`/team/cohorts?cohort=${id}`} className={styles.name}>
              {name}
            </Link>
          </th>
          <td data-name="Journey">{journeys.find((one) => one.id === journey)?.title ?? journey}</td>
          <td data-name="Days">{daysWords(days) || '–'}</td>
          <td data-name="Partners" data-number>
            {members}
          </td>
        </tr>
      ))}
    </Table>
  );
}
