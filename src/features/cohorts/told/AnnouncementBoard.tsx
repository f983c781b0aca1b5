import { useCallback, useState } from 'react';
import type { AnnouncementCalls, ReceivedAnnouncement } from '../../../portal-client';
import { Button } from '../../../ui';
import { dayWords } from '../cohort-words';
import { PlainText } from '../PlainText.view';
import { useRead } from '../use-read';
import styles from './Announcements.module.css';

/** New ones are open until they are read; those that were read are below them. */
export function AnnouncementBoard({ calls }: { readonly calls: AnnouncementCalls }) {
  const { state } = useRead(useCallback(() => calls.list(), [calls]));
  const [justRead, setJustRead] = useState<ReadonlySet<string>>(new Set());
  // News that cannot be read is no reason to disturb: they came by mail, too.
  if (state.kind !== 'shown' || state.value.length === 0) return null;
  const isRead = ({ id, read_at: at }: ReceivedAnnouncement) => at !== null || justRead.has(id);
  const read = async ({ id }: ReceivedAnnouncement): Promise<void> => {
    const outcome = await calls.read(id);
    if (outcome.kind === 'ok') setJustRead((before) => new Set([...before, id]));
  };
  const fresh = state.value.filter((one) => !isRead(one));
  const old = state.value.filter(isRead);
  return (
    <section className={styles.news} aria-labelledby="announcements">
      <h2 id="announcements">Announcements</h2>
      <p role="status" className="pt-unseen">
        {fresh.length === 0 ? 'All announcements are read.' : `${fresh.length} unread.`}
      </p>
      {fresh.map((one) => (
        <article key={one.id} className={styles.fresh}>
          <h3>{one.subject}</h3>
          <p className={styles.source}>{sourceOf(one)}</p>
          <PlainText text={one.text} />
          <Button size="small" onClick={() => void read(one)}>
            Mark as read<span className="pt-unseen">: {one.subject}</span>
          </Button>
        </article>
      ))}
      {old.length === 0 ? null : (
        <details className={styles.old}>
          <summary>{old.length === 1 ? 'One that was read' : `${old.length} that were read`}</summary>
          {old.map((one) => (
            <article key={one.id}>
              <h3>{one.subject}</h3>
              <p className={styles.source}>{sourceOf(one)}</p>
              <PlainText text={one.text} />
            </article>
          ))}
        </details>
      )}
    </section>
  );
}

const sourceOf = ({ from, cohort, at }: ReceivedAnnouncement) =>
  [...(from === null ? [] : [from]), cohort, dayWords(at)].join(' · ');
