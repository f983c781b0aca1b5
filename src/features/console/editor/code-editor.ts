import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { SchemaView } from '../../../../contract/reference-page';
import { nearestLine, rangeOfLine } from '../json/nearest-line';
import { bodyFindings } from './body-findings';
import { findFault, wordsOfFault, type BodyLanguage } from './body-language';
import { completeJson } from './complete-json';
import { codeColours, codeTheme } from './code-theme';
import type { SchemaParts } from './schema-parts';
import { xmlLanguage } from './xml-language';

export interface CodeEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly selection: readonly [from: number, to: number];
  /** Attributes of what has the focus: its id and names. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly language: BodyLanguage;
  /** Of JSON. */
  readonly schema: SchemaView | undefined;
  readonly parts: SchemaParts;
  readonly onChange: (text: string) => void;
}

export interface CodeEditor {
  readonly focus: () => void;
  /** What somebody else wrote: an example, Reset. */
  readonly setText: (text: string) => void;
  /** The line of a JSON pointer, or of what stands around it. */
  readonly selectPlace: (pointer: string) => void;
  readonly destroy: () => void;
}

/** The form makes its request and its code anew of each text that it hears of: not of every key. */
const TELL_AFTER_MILLISECONDS = 250;

/** A text that comes from the form is not told to it again. */
const fromForm = Annotation.define<boolean>();

/**
 * An editor with colours; of JSON with completion and marks from the schema, of XML with what is not well-formed. Its code is fetched when
 * the body gets the focus.
 */
export function mountCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { parent, text, selection, attributes, language, schema, parts, onChange } = options;
  let told = text;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    const now = view.state.doc.toString();
    if (now === told) return;
    told = now;
    onChange(now);
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      selection: { anchor: Math.min(selection[0], text.length), head: Math.min(selection[1], text.length) },
      extensions: [
        [lineNumbers(), foldGutter(), codeFolding(), history(), drawSelection(), indentOnInput()],
        [bracketMatching(), closeBrackets(), extensionsOf[language](), syntaxHighlighting(codeColours), codeTheme],
        autocompletion({
          override: schema && language === 'json' ? [completeJson(schema, parts)] : [],
          activateOnTyping: true,
        }),
        linter((editor) => diagnosticsOf(editor.state.doc.toString(), language, schema, parts), { delay: 400 }),
        // Ctrl+Enter sends the form, so that it is not for the editor. Escape, then Tab, leaves it.
        keymap.of([
          ...[...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...foldKeymap],
          ...[indentWithTab, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')],
        ]),
        EditorState.tabSize.of(2),
        // Before anything is sent, the form knows all.
        EditorView.domEventHandlers({
          blur: () => tell(),
          keydown: (event) => void (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && tell()),
        }),
        EditorView.contentAttributes.of({ ...attributes, spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => {
          const isOwn = update.transactions.some((transaction) => transaction.annotation(fromForm));
          if (!update.docChanged || isOwn) return;
          clearTimeout(timer);
          timer = setTimeout(tell, TELL_AFTER_MILLISECONDS);
        }),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    setText(next) {
      if (next === told) return;
      told = next;
      clearTimeout(timer);
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        annotations: fromForm.of(true),
      });
    },
    selectPlace(pointer) {
      const text = view.state.doc.toString();
      const [anchor, head] = rangeOfLine(text, nearestLine(text, pointer));
      view.dispatch({ selection: { anchor, head }, scrollIntoView: true });
      view.focus();
    },
    destroy() {
      tell();
      view.destroy();
    },
  };
}

const extensionsOf = { json: () => json(), xml: () => xmlLanguage.extension, text: (): Extension => [] };

async function diagnosticsOf(
  text: string,
  language: BodyLanguage,
  schema: SchemaView | undefined,
  parts: SchemaParts,
): Promise<readonly Diagnostic[]> {
  if (text.trim() === '') return [];
  const fault = findFault(text, language);
  if (fault) {
    const [from, to] = rangeOfLine(text, fault.line);
    return [{ from: Math.min(from + fault.column - 1, to), to, severity: 'error', message: wordsOfFault(fault) }];
  }
  if (!schema || language !== 'json') return [];
  return (await bodyFindings(() => text, schema, parts)).map(({ pointer, message, isBreach }): Diagnostic => {
    const [from, to] = rangeOfLine(text, nearestLine(text, pointer));
    const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0);
    return { from: start, to, severity: isBreach ? 'error' : 'info', message: `${pointer || 'The body'}: ${message}` };
  });
}
