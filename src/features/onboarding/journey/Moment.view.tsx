import styles from './Journey.module.css';

/** When something was, in the reader's own words and time. Of what only the browser knows: the server has another time. */
export function Moment({ at }: { readonly at: string }) {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  return (
    <time dateTime={at} title={time.toLocaleString()} className={styles.moment}>
      {isToday
        ? time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
        : time.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })}
    </time>
  );
}
