import Link from '@docusaurus/Link';
import type { OperationPage } from '../../../contract/reference-page';
import { MethodBadge } from '../../ui';
import styles from './EmbeddedHead.module.css';

export interface EmbeddedHeadProps {
  readonly page: Pick<OperationPage, 'method' | 'path' | 'title'>;
  readonly href: string;
}

/** Which operation a guide shows, with the way to its page. */
export function EmbeddedHead({ page, href }: EmbeddedHeadProps) {
  return (
    <p className={styles.head}>
      <MethodBadge method={page.method} />
      <Link to={href}>{page.title}</Link>
      <code className={styles.path}>{page.path}</code>
    </p>
  );
}
