import { ButtonLink } from '../../ui';
import styles from './directory/Directory.module.css';

/** The directory before its first integration, and why it is good to be that. */
export function NothingYet({ platform }: { readonly platform: string }) {
  return (
    <div className={styles.empty}>
      <h2>Be the first</h2>
      <p>
        Whoever looks for something that works with {platform} looks here, and until the next partner launches they see
        only you. Write your listing while you build: it becomes public with your launch.
      </p>
      <div className={styles.ways}>
        <ButtonLink to="/integrations/edit" variant="primary">
          Write your listing
        </ButtonLink>
        <ButtonLink to="/launch">See what is left to launch</ButtonLink>
      </div>
    </div>
  );
}
