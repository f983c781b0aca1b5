/** As much of jsdom, which brings no types along, as tests outside of the browser's project use. */
declare module 'jsdom' {
  interface ParsedElement {
    readonly tagName: string;
    readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  }

  interface Fragment {
    readonly children: Iterable<ParsedElement>;
    querySelector(selector: string): ParsedElement | null;
    querySelectorAll(selector: string): Iterable<ParsedElement>;
  }

  export const JSDOM: {
    /** Parsed as a browser does; nothing in it runs. */
    fragment(html: string): Fragment;
  };
}
