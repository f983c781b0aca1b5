import { Button } from '../../../ui';
import styles from './Entry.module.css';

export interface EntryWaysProps {
  /** What the password does: "Sign in". */
  readonly verb: string;
  /** Which of the two is under way. */
  readonly busy: 'password' | 'link' | null;
}

/** The two ways through one form: with the password, or by a link in a mail. */
export function EntryWays({ verb, busy }: EntryWaysProps) {
  return (
    <div className={styles.ways}>
      <Button
        type="submit"
        name="way"
        value="password"
        size="large"
        variant="primary"
        className={styles.wide}
        busy={busy === 'password'}
      >
        {verb}
      </Button>
      <p className={styles.or}>or without a password</p>
      <Button
        type="submit"
        name="way"
        value="link"
        formNoValidate
        size="large"
        className={styles.wide}
        busy={busy === 'link'}
      >
        Have a link sent to my mail
      </Button>
    </div>
  );
}
