import type { AnnouncementEntry } from '../../../portal-client';
import { dayWords } from '../cohort-words';
import { PlainText } from '../PlainText.view';
import styles from '../Cohorts.module.css';

/** What was announced, with how many got it and have read it. */
export function History({ announcements }: { readonly announcements: readonly AnnouncementEntry[] }) {
  if (announcements.length === 0) return <p className={styles.quiet}>Nothing was announced yet.</p>;
  return (
    <ul className={styles.told} aria-label="What was announced">
      {announcements.map(({ id, subject, text, from, at, mails, read }) => (
        <li key={id}>
          <details>
            <summary>
              <span className={styles.subject}>{subject}</span>
              <small className={styles.small}>
                {[dayWords(at), ...(from === null ? [] : [from]), mailWords(mails), `${read} read it here`].join(' · ')}
              </small>
            </summary>
            <PlainText text={text} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function mailWords({ sent, waiting, failed }: AnnouncementEntry['mails']): string {
  return [
    `${sent} sent`,
    ...(waiting === 0 ? [] : [`${waiting} on the way`]),
    ...(failed === 0 ? [] : [`${failed} could not be sent`]),
  ].join(', ');
}
