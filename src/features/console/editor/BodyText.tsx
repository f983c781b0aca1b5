import { useEffect, useRef, useState } from 'react';
import type { SchemaView } from '../../../../contract/reference-page';
import type { BodyLanguage } from './body-language';
import type { CodeEditor, CodeEditorOptions } from './code-editor';
import type { SchemaParts } from './schema-parts';
import { SELECT_PLACE } from './select-place';
import { TextEditor, type TextEditorProps } from './TextEditor';
import styles from './TextEditor.module.css';

export interface BodyTextProps extends TextEditorProps {
  readonly labelledBy: string;
  readonly code: BodyCode;
}

/** What the editor knows of the text; it stays the same object while the media type does. */
export interface BodyCode {
  readonly language: BodyLanguage;
  readonly schema: SchemaView | undefined;
  readonly parts: SchemaParts;
}

type Mount = (options: CodeEditorOptions) => CodeEditor;

/**
 * A body's text: a textarea, in whose place an editor of code comes when it has the focus and the editor's code is there. On touch screens,
 * whose own handles and keyboards are made for it, and where the code cannot be had, the textarea stays.
 */
export function BodyText({ labelledBy, code, ...props }: BodyTextProps) {
  const [ready, setReady] = useState<{ readonly mount: Mount; readonly selection: readonly [number, number] } | null>(
    null,
  );
  const area = useRef<HTMLDivElement>(null);

  const prepare = (): void => {
    if (ready || !isFinePointer()) return;
    import('./code-editor').then(
      ({ mountCodeEditor }) => {
        const text = area.current?.querySelector('textarea');
        if (!text || document.activeElement !== text) return;
        setReady({ mount: mountCodeEditor, selection: [text.selectionStart, text.selectionEnd] });
      },
      () => undefined,
    );
  };
  if (ready) return <CodeArea {...props} {...ready} code={code} labelledBy={labelledBy} />;
  return (
    <div ref={area} onFocus={prepare}>
      <TextEditor {...props} />
    </div>
  );
}

interface CodeAreaProps extends TextEditorProps {
  readonly mount: Mount;
  readonly labelledBy: string;
  readonly code: BodyCode;
  readonly selection: readonly [number, number];
}

function CodeArea({ mount, code, labelledBy, selection, id, text, isInvalid, describedBy, onChange }: CodeAreaProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const latest = useRef({ text, onChange, selection, describedBy });
  useEffect(() => {
    latest.current = { text, onChange, selection, describedBy };
    editor.current?.setText(text);
  });
  const { language, schema, parts } = code;
  useEffect(() => {
    if (!parent.current) return;
    const mounted = mount({
      parent: parent.current,
      text: latest.current.text,
      selection: latest.current.selection,
      attributes: { id, 'aria-labelledby': labelledBy, 'aria-describedby': latest.current.describedBy },
      language,
      schema,
      parts,
      onChange: (next) => latest.current.onChange(next),
    });
    editor.current = mounted;
    mounted.focus();
    const control = parent.current;
    const onSelect = (event: Event): void => mounted.selectPlace((event as CustomEvent<string>).detail);
    control.addEventListener(SELECT_PLACE, onSelect);
    return () => {
      control.removeEventListener(SELECT_PLACE, onSelect);
      mounted.destroy();
      editor.current = null;
    };
  }, [mount, id, labelledBy, language, schema, parts]);
  return <div ref={parent} className={styles.editor} data-invalid={isInvalid || undefined} data-code="" />;
}

function isFinePointer(): boolean {
  return globalThis.matchMedia?.('(pointer: fine)').matches ?? false;
}
