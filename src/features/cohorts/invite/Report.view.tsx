import type { CohortInvitationReport } from '../../../portal-client';
import { Table } from '../../../ui';
import { counted } from '../cohort-words';
import styles from '../Cohorts.module.css';

const outcomes: Readonly<Record<CohortInvitationReport['data'][number]['outcome'], string>> = {
  new: '',
  invited: 'Invited already',
  member: 'In the cohort already',
};

/** What a file comes to: what is wrong in it first, with what to do. */
export function Report({ report, name }: { readonly report: CohortInvitationReport; readonly name: string }) {
  const { faults, data, ignored_columns: ignored } = report;
  return (
    <div className={styles.report}>
      <p role="status" className={styles.summary}>
        {summaryOf(report, name)}
      </p>
      {ignored.length === 0 ? null : (
        <p className={styles.quiet}>
          {ignored.length === 1 ? 'This column is' : 'These columns are'} not looked at: {ignored.join(', ')}.
        </p>
      )}
      {faults.length === 0 ? null : (
        <Table
          caption="What is wrong in the file"
          columns={[{ name: 'Line' }, { name: 'Column' }, { name: 'What is wrong' }, { name: 'What to do' }]}
        >
          {faults.map(({ line, column, message, remedy }, index) => (
            <tr key={index} className={styles.fault}>
              <td data-name="Line">{line}</td>
              <td data-name="Column">{column ?? 'the line'}</td>
              <td data-name="What is wrong">It {message}</td>
              <td data-name="What to do">{remedy}</td>
            </tr>
          ))}
        </Table>
      )}
      {data.length === 0 ? null : (
        <details className={styles.rows} open={data.length <= 10}>
          <summary>{counted(data.length, 'good row')}</summary>
          <Table
            caption="Good rows"
            columns={[{ name: 'Line' }, { name: 'Organization' }, { name: 'Address' }, { name: 'What becomes of it' }]}
          >
            {data.map(({ line, organization, email, name: person, outcome }) => (
              <tr key={line}>
                <td data-name="Line">{line}</td>
                <td data-name="Organization">{organization}</td>
                <td data-name="Address">
                  {email}
                  {person === null ? null : <small className={styles.small}>{person}</small>}
                </td>
                <td data-name="What becomes of it">
                  {outcomes[outcome] || (report.preview ? 'Will be invited' : 'Invited')}
                </td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </div>
  );
}

function summaryOf({ preview, invited, skipped, faults }: CohortInvitationReport, name: string): string {
  const parts = [
    preview ? `${counted(invited, 'person', 'people')} would be invited` : `${counted(invited, 'invitation')} sent`,
    ...(skipped === 0 ? [] : [`${skipped} known already`]),
    ...(faults.length === 0 ? [] : [counted(faults.length, 'fault')]),
  ];
  return `${name}: ${parts.join(', ')}.`;
}
