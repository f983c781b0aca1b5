import type { DiffLine } from '../compare/compare-lines';
import type { Hunk } from '../compare/hunks';
import styles from './Comparison.module.css';

export interface LineChangesProps {
  readonly hunks: readonly Hunk[];
  /** Lines after the last change, the same in both. */
  readonly rest: number;
}

const signs: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', added: '+', removed: '−' };
const mostLines = 2_000;

/** Changes of a text, with the lines around them. */
export function LineChanges({ hunks, rest }: LineChangesProps) {
  return (
    <div role="region" aria-label="Changed lines" tabIndex={0} className={styles.lines}>
      {hunks.map(({ passed, lines }, place) => (
        <div key={place}>
          {passed > 0 && <Passed count={passed} />}
          {lines.slice(0, mostLines).map(({ kind, text }, line) => {
            const Line = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
            return (
              <Line key={line} data-kind={kind} className={styles.line}>
                <span aria-hidden="true">{signs[kind]}</span>
                {text}
              </Line>
            );
          })}
          {lines.length > mostLines && <Passed count={lines.length - mostLines} more />}
        </div>
      ))}
      {rest > 0 && <Passed count={rest} />}
    </div>
  );
}

function Passed({ count, more = false }: { readonly count: number; readonly more?: boolean }) {
  const lines = count === 1 ? '1 line' : `${count} lines`;
  return <p className={styles.passed}>{more ? `${lines} more` : `${lines} the same`}</p>;
}
