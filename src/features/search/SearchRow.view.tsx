import Braces from 'lucide-react/icons/braces';
import ChevronRight from 'lucide-react/icons/chevron-right';
import CornerDownRight from 'lucide-react/icons/corner-down-right';
import FileText from 'lucide-react/icons/file-text';
import Layers from 'lucide-react/icons/layers';
import { MethodBadge } from '@site/src/ui';
import type { ResultRow } from './result-rows';
import styles from './SearchRow.module.css';

const ICONS = {
  guide: FileText,
  operation: FileText,
  webhook: FileText,
  schema: Braces,
  field: CornerDownRight,
  section: Layers,
};

export function SearchRow({ row }: { readonly row: ResultRow }) {
  const { kind = 'guide', title, section, source, deprecated } = row;
  const note = [source, deprecated ? 'deprecated' : ''].filter(Boolean).join(', ');
  return (
    <span className={styles.row}>
      <Mark row={row} />
      <span className={styles.text}>
        <span className={styles.title}>
          {kind === 'field' ? <code className={styles.name}>{title}</code> : title}
          {section ? (
            <>
              <ChevronRight size={14} aria-label="section" className={styles.chevron} />
              {section}
            </>
          ) : null}
        </span>
        <Detail row={row} />
      </span>
      {note === '' ? null : <span className={styles.source}>{note}</span>}
    </span>
  );
}

function Mark({ row: { kind = 'guide', method } }: { readonly row: ResultRow }) {
  const Icon = ICONS[kind];
  return (
    <span className={styles.mark}>
      {method && kind !== 'field' ? (
        <MethodBadge method={method} size="compact" />
      ) : (
        <Icon size={16} aria-hidden="true" />
      )}
    </span>
  );
}

/** The second line: where it is, or what its text says. */
function Detail({ row: { path, where, excerpt, kind, title } }: { readonly row: ResultRow }) {
  if (kind !== 'field' && path !== undefined && path !== title) return <code className={styles.path}>{path}</code>;
  if (where !== undefined) return <span className={styles.excerpt}>{where}</span>;
  if (!excerpt || excerpt.length === 0) return null;
  return (
    <span className={styles.excerpt}>
      {excerpt.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
    </span>
  );
}
