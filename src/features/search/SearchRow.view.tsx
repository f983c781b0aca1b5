import ChevronRight from 'lucide-react/icons/chevron-right';
import FileText from 'lucide-react/icons/file-text';
import { MethodBadge } from '@site/src/ui';
import type { ResultRow } from './result-rows';
import styles from './SearchRow.module.css';

export function SearchRow({ row }: { readonly row: ResultRow }) {
  return (
    <div className={styles.row}>
      <span className={styles.mark}>
        {row.method ? <MethodBadge method={row.method} size="compact" /> : <FileText size={16} aria-hidden="true" />}
      </span>
      <span className={styles.text}>
        <span className={styles.title}>
          {row.title}
          {row.section ? (
            <>
              <ChevronRight size={14} aria-label="section" className={styles.chevron} />
              {row.section}
            </>
          ) : null}
        </span>
        {row.path ? (
          <code className={styles.path}>{row.path}</code>
        ) : row.excerpt && row.excerpt.length > 0 ? (
          <span className={styles.excerpt}>
            {row.excerpt.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
          </span>
        ) : null}
      </span>
      {row.source ? (
        <span className={styles.source}>
          {row.source}
          {row.deprecated ? ', deprecated' : ''}
        </span>
      ) : null}
    </div>
  );
}
