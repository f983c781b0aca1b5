import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The site's own colours of code, light and dark. */
export const codeColours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.tagName, tags.attributeName], color: 'var(--pt-syntax-key)' },
  { tag: tags.string, color: 'var(--pt-syntax-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--pt-syntax-number)' },
  { tag: tags.comment, color: 'var(--pt-syntax-comment)' },
  { tag: [tags.punctuation, tags.separator, tags.brace], color: 'var(--pt-syntax-punctuation)' },
]);

export const codeTheme = EditorView.theme({
  '&': { maxHeight: '460px', minHeight: '96px', color: 'var(--pt-ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--pt-ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--pt-ink)' },
  '.cm-gutters': {
    border: 'none',
    borderRight: '1px solid var(--pt-line)',
    backgroundColor: 'var(--pt-paper-sunk)',
    color: 'var(--pt-ink-faint)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--pt-sea) 25%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--pt-sea) 20%, transparent)',
  },
  '.cm-foldPlaceholder': { border: '0', backgroundColor: 'var(--pt-paper-sunk)', color: 'var(--pt-ink-soft)' },
  '.cm-tooltip': {
    border: '1px solid var(--pt-line-strong)',
    borderRadius: 'var(--pt-radius)',
    backgroundColor: 'var(--pt-paper-raised)',
    color: 'var(--pt-ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--pt-sea)', color: 'var(--pt-paper)' },
  '.cm-completionDetail': { color: 'var(--pt-ink-faint)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-diagnostic': { fontFamily: 'var(--pt-font-sans)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--pt-bad)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--pt-sea)' },
});
