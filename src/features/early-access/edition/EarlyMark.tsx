import Link from '@docusaurus/Link';
import { usePortalFields } from '../../../portal-client/use-portal-fields';
import styles from './EarlyMark.module.css';

/** Says on a guide that it is not there for everybody. `source` is its file, as Docusaurus names it; nothing is shown on other guides. */
export function EarlyMark({ source }: { readonly source: string }) {
  const { earlyGuides } = usePortalFields();
  if (!earlyGuides.some((file) => source.endsWith(`/${file}`))) return null;
  return (
    <p className={styles.mark}>
      <Link to="/early-access">Early access</Link>: partners who are in see this page, and nobody else does.
    </p>
  );
}
