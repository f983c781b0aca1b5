export interface CodeMeta {
  readonly title?: string;
  /** 1-based, ascending. */
  readonly highlightedLines: readonly number[];
  readonly lineNumbers: boolean;
}

/** Reads what stands after the language of a fence, in Docusaurus's notation: `title="a.ts" {1,3-5} showLineNumbers`. */
export function parseCodeMeta(meta: string): CodeMeta {
  const title = /(?:^|\s)title=(?<quote>["'])(?<title>.*?)\k<quote>/.exec(meta)?.groups?.title;
  const ranges = /(?:^|\s)\{(?<ranges>[\d,\s-]+)\}/.exec(meta)?.groups?.ranges ?? '';
  return {
    title,
    highlightedLines: ranges.split(',').flatMap(linesOf),
    lineNumbers: /(?:^|\s)showLineNumbers(?:\s|$)/.test(meta),
  };
}

/** `language-json` → `json`. */
export function codeLanguage(className: string | undefined): string | undefined {
  return /(?:^|\s)language-(?<language>\S+)/.exec(className ?? '')?.groups?.language;
}

/** No sample is longer; `{1-999999999}` must not fill the memory. */
const MOST_LINES = 2_000;

function linesOf(range: string): number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  const count = Math.min(last - first + 1, MOST_LINES);
  return first > 0 && count > 0 ? Array.from({ length: count }, (_, index) => first + index) : [];
}
