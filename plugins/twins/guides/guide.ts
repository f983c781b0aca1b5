/** A guide of the built site, as Docusaurus knows it. */
export interface Guide {
  /** `/docs/get-started`. */
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** Its source, relative to the folder of the guides. */
  readonly file: string;
  /** What its group in the sidebar is called; empty outside of one. */
  readonly section: string;
}

/** What the site's shell keeps of its guides until their twins are written. It is not published. */
export const GUIDES_FILE = 'guides.json';
