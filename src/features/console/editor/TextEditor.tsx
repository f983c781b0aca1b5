import { useLayoutEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { breakLine, indent, outdent, type TextEdit } from './edit-text';
import styles from './TextEditor.module.css';

export interface TextEditorProps {
  readonly id: string;
  readonly text: string;
  /** 1-based; drawn beside the text. */
  readonly markedLines: readonly number[];
  readonly isInvalid: boolean;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

const fewestRows = 4;
const mostRows = 22;

/**
 * A textarea with line numbers, where Tab indents. Escape gives Tab its usual meaning for one press, so that nobody is
 * caught in it.
 */
export function TextEditor({ id, text, markedLines, isInvalid, describedBy, onChange }: TextEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const leaves = useRef(false);
  const selection = useRef<readonly [number, number] | null>(null);
  const lines = countLines(text);

  useLayoutEffect(() => {
    if (selection.current) area.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [text]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const isLeaving = leaves.current;
    leaves.current = event.key === 'Escape' || (isLeaving && event.key === 'Shift');
    const edit = isLeaving || event.ctrlKey || event.metaKey || event.altKey ? null : editOf(event);
    if (!edit) return;
    event.preventDefault();
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    apply(event.currentTarget, edit({ text, start, end }));
  };

  function apply(target: HTMLTextAreaElement, { from, to, insert, start, end }: TextEdit): void {
    target.setSelectionRange(from, to);
    // The only way that keeps the browser's undo. It answers false where there is none; then the text is set whole.
    const isInserted = insert !== '' && document.execCommand?.('insertText', false, insert);
    if (!isInserted) onChange(text.slice(0, from) + insert + text.slice(to));
    selection.current = [start, end];
    target.setSelectionRange(start, end);
  }

  return (
    <div className={styles.editor} data-invalid={isInvalid || undefined}>
      <div className={styles.gutter} aria-hidden="true">
        <div ref={numbers} className={styles.numbers}>
          {markedLines.map((line) => (
            <span key={line} className={styles.marked} style={{ '--line': line } as CSSProperties} />
          ))}
          {numbersUpTo(lines)}
        </div>
      </div>
      <textarea
        ref={area}
        id={id}
        className={styles.area}
        rows={Math.min(mostRows, Math.max(fewestRows, lines))}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={text}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          if (numbers.current) numbers.current.style.translate = `0 ${-event.currentTarget.scrollTop}px`;
        }}
      />
    </div>
  );
}

function editOf(event: KeyboardEvent): ((selected: Parameters<typeof indent>[0]) => TextEdit) | null {
  if (event.key === 'Tab') return event.shiftKey ? outdent : indent;
  return event.key === 'Enter' && !event.shiftKey ? breakLine : null;
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** One text node: a body of thousands of lines costs no elements. */
function numbersUpTo(lines: number): string {
  return Array.from({ length: lines }, (_, index) => index + 1).join('\n');
}
