import type { Partner } from '../../../portal-client';
import { sinceWords } from '../duration-words';
import styles from './Part.module.css';

const states = { active: 'active', ending: 'rolled, still open', ended: 'ended', revoked: 'revoked' } as const;

/** The partner's keys, as far as anybody but its members may know them. */
export function KeysView({ keys, now }: { readonly keys: Partner['keys']; readonly now: number }) {
  return (
    <section className={styles.part} aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      {keys.length === 0 ? <p className={styles.none}>None yet.</p> : null}
      <ul className={styles.list} hidden={keys.length === 0}>
        {keys.map(({ id, label, hint, environment, state, last_used_at: used }) => (
          <li key={id}>
            {label} · {environment} · {states[state]}
            <span className={styles.small}>
              <code>{hint}…</code> {used === null ? 'never used' : `used ${sinceWords(used, now)} ago`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
