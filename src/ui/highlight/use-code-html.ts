import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { highlightAtOnce } from '#highlight-at-once';
import { countArrivals, followArrivals, highlighterHere, loadGrammar } from './arrivals';
import { codeHtml, COLOURED, type LineClass } from './code-html';
import { grammarName, isWorthHighlighting } from './code-language';

interface CodeHtml {
  /** For `dangerouslySetInnerHTML`: all text in it is escaped. */
  readonly html: string;
  /** For the element that gets it. */
  readonly ref: RefObject<HTMLElement | null>;
}

/**
 * Code in colours. The server writes them; in the browser they stay as they are, for React does not look into HTML that it was handed.
 * The highlighter comes when a text is shown that the server did not write; until then that text is plain.
 */
export function useCodeHtml(text: string, language: string, lineClass?: LineClass): CodeHtml {
  const ref = useRef<HTMLElement>(null);
  const grammar = isWorthHighlighting(text) ? grammarName(language) : 'text';
  const arrivals = useSyncExternalStore(followArrivals, countArrivals, countArrivals);
  const html = useMemo(() => {
    // With each arrival there may be more to highlight with.
    const highlight = arrivals > 0 ? highlighterHere()?.highlight : highlightAtOnce;
    return codeHtml(highlight?.(text, grammar) ?? [['text', text]], lineClass);
  }, [text, grammar, arrivals, lineClass]);
  useEffect(() => {
    if (ref.current?.querySelector(COLOURED)) return;
    // Without its colours the code can be read as well.
    void loadGrammar(grammar).catch(() => undefined);
  }, [html, grammar]);
  return { html, ref };
}
