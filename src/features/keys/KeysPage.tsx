import Link from '@docusaurus/Link';
import { Page, PageHead } from '../../ui';
import { useGuides } from '../shell';
import { Keys } from './Keys';
import styles from './Keys.module.css';

/** `/keys`: all keys of an organization. */
export function KeysPage() {
  const guide = useGuides().find('/docs/authentication');
  return (
    <Page>
      <PageHead
        title="Keys"
        lead={
          <>
            What your programs send to be let in. A key is shown once, can be rolled without a failed call, and ends at
            once when you revoke it. {guide ? <Link to={guide}>How keys are sent</Link> : null}
          </>
        }
      />
      <div className={styles.keys}>
        <Keys />
      </div>
    </Page>
  );
}
