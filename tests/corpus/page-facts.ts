import { Parser } from 'htmlparser2';

/** What a page of a built site says about itself. */
export interface PageFacts {
  readonly ids: readonly string[];
  /** Addresses of links and of what is loaded, as they are written, each once. */
  readonly links: readonly string[];
  /** What is wrong with its markup, a phrase each. */
  readonly faults: readonly string[];
  /** Texts that look like a value which a program did not have; a description may say the same. */
  readonly slips: readonly string[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Elements whose end HTML lets be left out (HTML §13.1.2.4), and those without one. */
const NEEDS_NO_END = words(
  'li dt dd p option thead tbody tfoot tr td th html head body area base br col embed hr img input link meta source track wbr',
);
const INTERACTIVE = words('a button select textarea input');
const SLIP = /\[object \w|\bundefined\b|\bNaN\b/;

/** Reads a page as it streams by: no tree is made, so that ten thousand pages take seconds. */
export function pageFacts(html: string): PageFacts {
  const ids = new Set<string>();
  const links = new Set<string>();
  const faults = new Set<string>();
  const slips = new Set<string>();
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, { id, href, src }, isImplied) {
      if (isImplied) faults.add(`</${name}> without its beginning`);
      const around = INTERACTIVE.has(name) && open.find((one) => INTERACTIVE.has(one));
      if (around) faults.add(`<${name}> in <${around}>`);
      if (id !== undefined && (id === '' || ids.has(id))) faults.add(`the id ${JSON.stringify(id)} twice, or empty`);
      if (id !== undefined) ids.add(id);
      for (const link of [href, src]) if (link !== undefined) links.add(link);
      open.push(name);
    },
    onclosetag(name, isImplied) {
      open.pop();
      const isDrawing = open.includes('svg');
      if (isImplied && !isDrawing && !NEEDS_NO_END.has(name)) faults.add(`<${name}> without its end`);
    },
    ontext(text) {
      if (SLIP.test(text) && !open.includes('script')) slips.add(text.trim().slice(0, 200));
    },
  });
  parser.end(html);
  return { ids: [...ids], links: [...links], faults: [...faults], slips: [...slips] };
}
