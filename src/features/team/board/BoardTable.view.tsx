import type { KeyboardEvent } from 'react';
import Link from '@docusaurus/Link';
import type { PartnerRow } from '../../../portal-client';
import { StatusBadge, Table } from '../../../ui';
import { sinceWords } from '../duration-words';
import { errorWords } from '../error-words';
import styles from './BoardTable.module.css';

export interface BoardTableProps {
  readonly rows: readonly PartnerRow[];
  readonly journey: string;
  /** When they were read. */
  readonly now: number;
}

const weekMilliseconds = 7 * 86_400_000;
const columns = [{ name: 'Partner' }, { name: 'At step' }, { name: 'For' }, { name: 'What stopped them' }];

/** A row a partner. Its link opens the partner's page; the arrow keys go from row to row. */
export function BoardTable({ rows, journey, now }: BoardTableProps) {
  return (
    <Table
      caption="Partners"
      columns={[...columns, { name: 'Last call' }]}
      className={styles.table}
      onKeyDown={goToNeighbour}
    >
      {rows.map((row) => (
        <BoardRow key={row.organization.id} row={row} journey={journey} now={now} />
      ))}
    </Table>
  );
}

function BoardRow({ row, journey, now }: { readonly row: PartnerRow; readonly journey: string; readonly now: number }) {
  const { organization, standing, last_call: call, last_error: error, launched_at: launched } = row;
  const query = new URLSearchParams({ organization: organization.id, journey });
  const isOld = !standing.complete && now - Date.parse(standing.since) > weekMilliseconds;
  return (
    <tr>
      <th scope="row">
        <Link to={`/team/partner?${query}`} className={styles.name} data-row>
          {organization.name}
        </Link>
        <span className={styles.small}>
          {launched === null
            ? `Signed up ${sinceWords(row.signed_up_at, now)} ago`
            : `Launched ${sinceWords(launched, now)} ago`}
        </span>
      </th>
      <td data-name="At step">
        {standing.complete ? (
          <span className={styles.complete}>Complete</span>
        ) : (
          (standing.step?.title ?? 'Nothing to do now')
        )}
        {standing.reviews > 0 ? <span className={styles.review}>Waits for your review</span> : null}
        <span className={styles.small}>
          {standing.proven} of {standing.steps} proven
        </span>
      </td>
      <td data-name="For">
        <time dateTime={standing.since} title={standing.since} className={isOld ? styles.old : undefined}>
          {sinceWords(standing.since, now)}
        </time>
      </td>
      <td data-name="What stopped them" className={styles.why}>
        {standing.complete ? null : <span className={styles.missing}>{standing.missing}</span>}
        {error ? (
          <span className={styles.error}>
            <StatusBadge status={error.status} /> {errorWords(error)}
            <span className={styles.ago}> · {sinceWords(error.at, now)} ago</span>
          </span>
        ) : null}
      </td>
      <td data-name="Last call">
        {call ? (
          <time dateTime={call.at} title={call.at}>
            {sinceWords(call.at, now)} ago
          </time>
        ) : (
          <span className={styles.none}>None yet</span>
        )}
      </td>
    </tr>
  );
}

function goToNeighbour(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const isRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
  if (step === undefined || !isRow || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  rows[rows.indexOf(event.target as HTMLElement) + step]?.focus();
  event.preventDefault();
}
