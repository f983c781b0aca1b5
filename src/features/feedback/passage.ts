/** A selected passage, as the service takes it, and where it ends on the screen. */
export interface Passage {
  readonly quote: { readonly text: string; readonly before: string; readonly after: string };
  /** Of the selection's last line, in the viewport's pixels. */
  readonly end: { readonly left: number; readonly bottom: number };
}

const longest = 1000;
const around = 64;

/** The passage that is selected within an article's words; null where nothing is, or what is selected is code, a form or a widget. */
export function selectedPassage(selection: Selection | null): Passage | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const article = elementOf(range.commonAncestorContainer)?.closest('article');
  const text = selection.toString().trim();
  if (!article || text.length < 2) return null;
  if (elementOf(range.startContainer)?.closest('pre, form, dialog, .pt-widget, aside')) return null;
  const last = [...withinBlock(range).getClientRects()].at(-1);
  if (!last) return null;
  return {
    quote: { text: text.slice(0, longest), ...wordsAround(range, article) },
    end: { left: last.right, bottom: last.bottom },
  };
}

/** What a triple click takes reaches into the next block, whose box would count. */
function withinBlock(range: Range): Range {
  const block = elementOf(range.startContainer)?.closest('p, li, td, th, dd, dt, h1, h2, h3, h4');
  if (!block || block.contains(range.endContainer)) return range;
  const clipped = range.cloneRange();
  clipped.setEnd(block, block.childNodes.length);
  return clipped;
}

function wordsAround(range: Range, article: Element): { before: string; after: string } {
  const before = document.createRange();
  before.setStart(article, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(article, article.childNodes.length);
  return { before: before.toString().slice(-around), after: after.toString().slice(0, around) };
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
