import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { CopyButton } from '../../../ui';
import type { PlacedFinding } from '../answer/contract-check/answer-finding';
import { isContainer, textBetween, type JsonIndex } from '../answer/json-index/json-index';
import { pointerOf } from '../answer/json-index/pointers';
import { firstFolds, rowOfNode, unfoldTo, visibleNodes } from '../answer/json-index/rows';
import { moveInTree } from '../answer/json-index/move-in-tree';
import { treeRow } from '../answer/rows/json-row';
import type { ShownPlace } from '../answer/find/shown-place';
import { AnswerPieces, RowFindings } from './AnswerPieces.view';
import { AnswerRows } from './AnswerRows.view';
import rowStyles from './AnswerRows.module.css';
import styles from './AnswerTree.module.css';

export interface AnswerTreeProps {
  readonly index: JsonIndex;
  readonly query: string;
  readonly findings: ReadonlyMap<number, readonly PlacedFinding[]>;
  /** The node to go to. */
  readonly place: ShownPlace | null;
}

const mostCharacters = 600;

/** JSON as a tree by the WAI-ARIA pattern: arrows, Home, End, `*`, and letters that lead to the next name. */
export function AnswerTree({ index, query, findings, place }: AnswerTreeProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [folds, setFolds] = useState(() => ({ of: index, folded: firstFolds(index) }));
  const folded = folds.of === index ? folds.folded : firstFolds(index);
  const rows = useMemo(() => visibleNodes(index, folded), [index, folded]);
  const [active, setActive] = useState({ node: 0, turn: 0 });
  const typed = useRef({ text: '', at: 0 });
  const goTo = (node: number): void => setActive(({ turn }) => ({ node, turn: turn + 1 }));
  const fold = (changed: Uint8Array): void => setFolds({ of: index, folded: changed });

  const seen = useRef<ShownPlace | null>(null);
  useEffect(() => {
    if (!place || seen.current === place) return;
    seen.current = place;
    setFolds((now) => ({
      of: index,
      folded: unfoldTo(index, now.of === index ? now.folded : firstFolds(index), place.node),
    }));
    setActive(({ turn }) => ({ node: place.node, turn: turn + 1 }));
    if (place.takesFocus) box.current?.focus({ preventScroll: true });
  }, [place, index]);

  const toggle = (node: number): void => {
    if (!isContainer(index, node) || index.size[node] === 0) return;
    const changed = folded.slice();
    changed[node] = folded[node] ? 0 : 1;
    fold(changed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = Date.now();
    if (event.key.length === 1 && event.key !== ' ' && event.key !== '*') {
      typed.current = { text: now - typed.current.at < 700 ? typed.current.text + event.key : event.key, at: now };
    }
    const move = moveInTree({ index, rows, folded }, active.node, event.key, typed.current.text);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.folded) fold(move.folded);
    goTo(move.node);
  };

  const activeRow = rowOfNode(rows, active.node);
  const activeNode = rows[activeRow] ?? 0;
  const reveal = useMemo(() => ({ row: activeRow, turn: active.turn }), [activeRow, active.turn]);
  return (
    <>
      <AnswerRows
        boxRef={box}
        role="tree"
        aria-label="The answer as a tree"
        aria-activedescendant={`${id}-${activeNode}`}
        className={styles.tree}
        count={rows.length}
        ends={null}
        reveal={active.turn === 0 ? null : reveal}
        onKeyDown={onKeyDown}
        renderRow={(row, style) => {
          const node = rows[row] ?? 0;
          const hasInside = isContainer(index, node) && (index.size[node] ?? 0) > 0;
          const isFolded = folded[node] === 1;
          const depth = index.depth[node] ?? 0;
          const here = findings.get(node) ?? [];
          const parent = index.parent[node] ?? 0;
          const Chevron = isFolded ? ChevronRight : ChevronDown;
          return (
            <div
              key={node}
              id={`${id}-${node}`}
              role="treeitem"
              aria-level={depth + 1}
              aria-posinset={(index.ordinal[node] ?? 0) + 1}
              aria-setsize={node === 0 ? 1 : index.size[parent]}
              aria-selected={node === activeNode}
              {...(hasInside && { 'aria-expanded': !isFolded })}
              className={rowStyles.row}
              style={{ ...style, paddingLeft: 12 + Math.min(depth, 30) * 16 }}
              data-hit={place?.node === node ? 'current' : undefined}
              data-weight={weightOf(here)}
              onClick={() => {
                goTo(node);
                if (hasInside && !globalThis.getSelection()?.toString()) toggle(node);
              }}
            >
              <span className={styles.chevron} aria-hidden="true">
                {hasInside && <Chevron size={14} />}
              </span>
              <AnswerPieces pieces={treeRow(index, node, isFolded, mostCharacters)} query={query} />
              <RowFindings findings={here} />
            </div>
          );
        }}
      />
      <p className={styles.path}>
        <code>{pointerOf(index, activeNode) || 'the whole answer'}</code>
        <CopyButton
          label="Copy the value"
          text={() => textBetween(index, index.start[activeNode] ?? 0, index.end[activeNode] ?? 0)}
        />
        <span aria-hidden="true">value</span>
        <CopyButton label="Copy the JSON pointer" text={() => pointerOf(index, activeNode)} />
        <span aria-hidden="true">pointer</span>
      </p>
    </>
  );
}

function weightOf(findings: readonly PlacedFinding[]): string | undefined {
  if (findings.length === 0) return undefined;
  return findings.some(({ weight }) => weight === 'breach') ? 'breach' : 'note';
}
