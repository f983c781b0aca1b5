import Link from '@docusaurus/Link';
import type { CohortPartner } from '../../../portal-client';
import { StatusBadge, Sure, Table } from '../../../ui';
import { dayWords } from '../cohort-words';
import styles from '../Cohorts.module.css';

export interface PartnerTableProps {
  readonly partners: readonly CohortPartner[];
  readonly journey: string;
  /** The organization that is taken out right now. */
  readonly doing: string | null;
  /** Null: nobody can be taken out. */
  readonly onRemove: ((organization: string, name: string) => void) | null;
}

/** A row a partner: the step, since when, and the last error. */
export function PartnerTable({ partners, journey, doing, onRemove }: PartnerTableProps) {
  const columns = [{ name: 'Partner' }, { name: 'Step' }, { name: 'Since' }, { name: 'Last error' }];
  return (
    <Table
      caption="Partners of the cohort"
      columns={onRemove === null ? columns : [...columns, { name: 'Take out', isUnseen: true }]}
    >
      {partners.map(({ organization: { id, name }, standing, last_error: error }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={`/team/partner?${new URLSearchParams({ organization: id, journey })}`} className={styles.name}>
              {name}
            </Link>
          </th>
          <td data-name="Step">
            {standing.complete ? 'Complete' : (standing.step?.title ?? '–')}
            <small className={styles.small}>
              {standing.proven} of {standing.steps} proven
            </small>
          </td>
          <td data-name="Since">{standing.since === null ? '–' : dayWords(standing.since)}</td>
          <td data-name="Last error">
            {error === null ? (
              '–'
            ) : (
              <>
                <StatusBadge status={error.status} />{' '}
                <small className={styles.small}>{error.operation ?? error.path}</small>
              </>
            )}
          </td>
          {onRemove === null ? null : (
            <td className={styles.acts}>
              <Sure
                label="Take out"
                of={name}
                question={`Take ${name} out? Its account stays.`}
                busy={doing === id}
                onSure={() => onRemove(id, name)}
              />
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}
