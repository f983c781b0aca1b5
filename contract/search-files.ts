/**
 * What a build writes for the search dialog beside Pagefind's index of the guides (decisions/009). `plugins/search` writes these
 * shapes, `src/features/search` reads them. Lists that belong together are columns of the same length: that is half the size of
 * rows, compressed.
 */

/** `/search.json`: what there is to load. The files that it names never change: their names hold a hash of their content. */
export interface SearchManifest {
  /** All guides, so that their titles are found at once. Where there are none, Pagefind is not loaded. */
  readonly guides: readonly { readonly title: string; readonly href: string }[];
  readonly versions: readonly SearchedVersion[];
}

export interface SearchedVersion {
  readonly api: string;
  readonly version: string;
  /** The API's title. */
  readonly title: string;
  /** Whether `portal.config.ts` says that the version is deprecated. */
  readonly deprecated: boolean;
  /** The address of its {@link SearchNames}. */
  readonly names: string;
  /** The address of its {@link SearchFields}. */
  readonly fields: string;
  /** The addresses of its {@link SearchWords}, in the order of the words, each with its first word. */
  readonly words: readonly { readonly from: string; readonly file: string }[];
}

/** The names of one API version: everything that has a page. */
export interface SearchNames {
  readonly operations: {
    readonly titles: readonly string[];
    readonly ids: readonly string[];
    /** Empty where it is {@link slugOfName} of the id. */
    readonly slugs: readonly string[];
    /** `get`; `webhook` for what the platform sends. */
    readonly methods: readonly string[];
    readonly paths: readonly string[];
    /** Positions in `tags`. */
    readonly tags: readonly number[];
    /** Positions of those that are deprecated. */
    readonly deprecated: readonly number[];
  };
  readonly schemas: {
    readonly names: readonly string[];
    /** Empty where it is the name. */
    readonly slugs: readonly string[];
    /** Empty where it is the name. */
    readonly titles: readonly string[];
  };
  readonly tags: readonly { readonly name: string; readonly slug: string }[];
  /** Other pages: `path` is below the version's address. */
  readonly pages: readonly { readonly title: string; readonly path: string }[];
}

/**
 * Parameters and properties, for each operation and then each schema of {@link SearchNames}. An operation's are `query-limit` and
 * `['body', 'title', ['holder', 'email']]`: joined by dots they are the anchors of its page.
 */
export interface SearchFields {
  readonly fields: readonly (readonly SearchField[])[];
}

/**
 * A name; with others inside it, a list of its name and those. A number instead of a name is that of an alternative (`oneOf`), which
 * is in the anchor and not in what one writes: `['body', [2, 'card']]` is `card`, at `#body.2.card`.
 */
export type SearchField = string | readonly [string | number, ...SearchField[]];

/** Words of descriptions, sorted, and where they stand. */
export interface SearchWords {
  readonly words: readonly string[];
  /** For each word: positions of operations and then schemas, each as its distance from the one before, in base 36. */
  readonly places: readonly string[];
}

/** `createCredentialOffer` → `create credential offer`; `/repos/{owner}` → `repos owner`; `HTTPServer` → `http server`. */
export function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The usual slug of an operation: `createOffer` → `create-offer`. */
export const slugOfName = (id: string): string => wordsOf(id).replaceAll(' ', '-');
