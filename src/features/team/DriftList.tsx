import { useEffect, useState } from 'react';
import type { DriftEntry, TeamClient } from '../../portal-client';
import { Button, Skeleton } from '../../ui';
import { type DriftFilters, filtered, versionOf } from './drift-filters';
import { DriftFiltersBar } from './DriftFiltersBar.view';
import { DriftTable } from './DriftTable.view';
import { EntryDetail } from './EntryDetail';
import { useDrift } from './use-drift';
import styles from './TeamDrift.module.css';

export interface DriftListProps {
  readonly client: TeamClient;
  readonly teamKey: string;
  readonly filters: DriftFilters;
  readonly onFilter: (filters: DriftFilters) => void;
  readonly onForget: () => void;
  readonly onRefused: (why: string) => void;
}

const refusals: ReadonlySet<string> = new Set([
  'key-missing',
  'key-malformed',
  'key-unknown',
  'key-expired',
  'key-revoked',
  'team-only',
]);

/** The list with its filters; each entry opens below its row. */
export function DriftList({ client, teamKey, filters, onFilter, onForget, onRefused }: DriftListProps) {
  const { list, again, replace } = useDrift(client, teamKey, filters.state);
  const [open, setOpen] = useState<string | null>(null);
  const refused = list.kind === 'failed' && refusals.has(list.problem.code) ? list.problem : null;
  useEffect(() => {
    if (refused) onRefused(refused.detail ?? refused.title);
  }, [refused, onRefused]);

  const entries = list.kind === 'read' ? list.entries : [];
  const shown = filtered(entries, filters);
  const detail = (entry: DriftEntry) => (
    <EntryDetail client={client} teamKey={teamKey} entry={entry} onResolved={replace} />
  );
  return (
    <>
      <DriftFiltersBar
        filters={filters}
        versions={[...new Set(entries.map(versionOf))].sort()}
        onFilter={onFilter}
        onAgain={again}
        onForget={onForget}
      />
      <p className={styles.count} role="status">
        {list.kind === 'read' ? counted(shown.length, entries.length) : list.kind === 'loading' ? 'Reading…' : ''}
      </p>
      {list.kind === 'loading' ? <Skeleton lines={6} height="20px" /> : null}
      {list.kind === 'failed' && !refused ? (
        <div className={styles.empty} role="alert">
          <p>{list.problem.detail ?? `${list.problem.title}.`}</p>
          <Button onClick={again}>Try again</Button>
        </div>
      ) : null}
      {list.kind === 'read' && shown.length === 0 ? (
        <Nothing state={filters.state} isFiltered={entries.length > 0} />
      ) : null}
      {list.kind === 'read' && shown.length > 0 ? (
        <DriftTable
          entries={shown}
          now={list.at}
          open={open}
          onToggle={(id) => setOpen((before) => (before === id ? null : id))}
          detail={detail}
        />
      ) : null}
    </>
  );
}

function Nothing({ state, isFiltered }: { readonly state: DriftFilters['state']; readonly isFiltered: boolean }) {
  const words = isFiltered
    ? 'No entry is left by these filters.'
    : state === 'open'
      ? 'Every answer that was compared is as its contract says.'
      : 'There is nothing here yet.';
  return (
    <div className={styles.empty}>
      <p>{words}</p>
    </div>
  );
}

function counted(shown: number, all: number): string {
  const entries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`;
  return shown === all ? entries(all) : `${shown} of ${entries(all)}`;
}
