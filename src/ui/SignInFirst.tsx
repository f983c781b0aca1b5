import type { ReactNode } from 'react';
import { ButtonLink } from './Button';
import styles from './SignInFirst.module.css';

export interface SignInFirstProps {
  /** Where one comes back to: `/keys`. */
  readonly to: string;
  /** What for, and what goes without. */
  readonly children: ReactNode;
}

/** What a page shows to whoever is not signed in, in place of what is theirs. */
export function SignInFirst({ to, children }: SignInFirstProps) {
  return (
    <div className={styles.panel}>
      <p>{children}</p>
      <div className={styles.ways}>
        <ButtonLink to={`/sign-in?to=${to}`} variant="primary">
          Sign in
        </ButtonLink>
        <ButtonLink to={`/sign-up?to=${to}`}>Sign up</ButtonLink>
      </div>
    </div>
  );
}
