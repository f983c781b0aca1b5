import Link from '@docusaurus/Link';
import { SearchTrigger } from '@site/src/features/search';
import { mainReference, referenceHref, useGuides, usePortalSite } from '@site/src/features/shell';
import styles from './styles.module.css';

/** Swizzled: says what to do next instead of whom to blame. */
export default function NotFoundContent() {
  const { apis } = usePortalSite();
  const guides = useGuides().start;
  const reference = mainReference(apis);
  return (
    <main className={styles.page}>
      <p className={styles.code}>404</p>
      <h1>There is no page at this address</h1>
      <p>It may have moved, or the address may have a typing error. Search finds guides and operations by any word.</p>
      <SearchTrigger size="wide" />
      <ul className={styles.links}>
        {guides ? (
          <li>
            <Link to={guides}>Guides</Link>
          </li>
        ) : null}
        {reference ? (
          <li>
            <Link to={referenceHref(reference)}>API reference</Link>
          </li>
        ) : null}
        <li>
          <Link to="/">Home</Link>
        </li>
      </ul>
    </main>
  );
}
