import { useEffect, useMemo, useRef } from 'react';
import { findingsByNode, type PlacedFinding } from '../answer/contract-check/answer-finding';
import type { ShownPlace } from '../answer/find/shown-place';
import type { Reading } from '../answer/body/use-reading';
import { closing, indentedLines } from '../answer/json-index/rows';
import { indentedLength, indentedRow, type Piece } from '../answer/rows/json-row';
import { markupRow } from '../answer/rows/markup-row';
import { textOfRow } from '../answer/rows/text-lines';
import { wrappedEnds } from '../answer/rows/scroll-window';
import { useColumns } from '../answer/rows/use-columns';
import { AnswerPieces, RowFindings } from './AnswerPieces.view';
import { AnswerRows } from './AnswerRows.view';
import rowStyles from './AnswerRows.module.css';

export interface AnswerRawProps {
  readonly reading: Reading;
  /** JSON is shown indented; only white space differs from what came. Any other text is shown as it came. */
  readonly isJson: boolean;
  readonly isMarkup: boolean;
  readonly isWrapped: boolean;
  readonly query: string;
  readonly findings: readonly PlacedFinding[];
  readonly place: ShownPlace | null;
}

const mostCharacters = 4_000;
const mostWrappedCharacters = 100_000;

/** A text body, line by line. */
export function AnswerRaw({ reading, isJson, isMarkup, isWrapped, query, findings, place }: AnswerRawProps) {
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box, isWrapped);
  const { lines } = reading;
  const index = isJson ? reading.json : null;
  const indented = useMemo(() => (index ? indentedLines(index) : null), [index]);
  const count = indented ? indented.lines.length : lines.starts.length;
  const most = isWrapped ? mostWrappedCharacters : mostCharacters;
  const ends = useMemo(() => {
    if (!isWrapped) return null;
    if (index && indented) {
      return wrappedEnds(count, columns, (row) => Math.min(most, indentedLength(index, indented.lines[row] ?? 0)));
    }
    return wrappedEnds(
      count,
      columns,
      (row) => (lines.starts[row + 1] ?? lines.bytes.length) - (lines.starts[row] ?? 0),
    );
  }, [isWrapped, index, indented, count, columns, most, lines]);
  const marks = useMemo(() => findingsByNode(findings), [findings]);
  const shownRow = place ? (indented?.lineOf[place.node] ?? place.node) : null;
  const reveal = useMemo(
    () => (place && shownRow !== null ? { row: shownRow, turn: place.node } : null),
    [place, shownRow],
  );

  useEffect(() => {
    if (place?.takesFocus) box.current?.focus({ preventScroll: true });
  }, [place]);

  const piecesOf = (row: number): readonly Piece[] => {
    if (index && indented) return indentedRow(index, indented.lines[row] ?? 0, most);
    const text = textOfRow(lines, row);
    return isMarkup ? markupRow(text) : [{ text, kind: 'plain' }];
  };
  return (
    <AnswerRows
      boxRef={box}
      role="region"
      aria-label="The answer as text"
      count={count}
      ends={ends}
      reveal={reveal}
      renderRow={(row, style) => {
        const line = indented?.lines[row] ?? closing;
        const here = line < closing ? (marks.get(line) ?? []) : [];
        const weight = here.some((one) => one.weight === 'breach') ? 'breach' : 'note';
        return (
          <div
            key={row}
            className={rowStyles.row}
            style={style}
            data-hit={row === shownRow ? 'current' : undefined}
            data-weight={here.length > 0 ? weight : undefined}
          >
            <AnswerPieces pieces={piecesOf(row)} query={query} />
            {!isWrapped && <RowFindings findings={here} />}
            {'\n'}
          </div>
        );
      }}
    />
  );
}
