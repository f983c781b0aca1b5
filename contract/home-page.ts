/**
 * What the home page shows beside the brand's words: plain data, made at build time from `home.yaml` in the guides'
 * folder and from the changelog that it names (plugins/home). Every part may be empty.
 */
export interface HomePage {
  /** Ways in. An adopter without `home.yaml` has none, and the page offers guides and reference. */
  readonly ways: readonly HomeWay[];
  readonly launched: HomeLaunches | null;
  /** Newest first. */
  readonly changes: readonly HomeChange[];
  /** The page with all changes. */
  readonly changelog: string | null;
}

export interface HomeWay {
  readonly title: string;
  readonly text: string;
  readonly links: readonly { readonly label: string; readonly to: string }[];
}

export interface HomeLaunches {
  readonly title: string;
  /** Said under the list: where it comes from. */
  readonly note?: string;
  readonly partners: readonly {
    readonly name: string;
    readonly does: string;
    /** An ISO date. */
    readonly since: string;
  }[];
}

export interface HomeChange {
  /** A heading of the changelog, such as `12 October 2026: v2.4`. */
  readonly title: string;
  readonly to: string;
  /** First sentences of what stands below it, as text. */
  readonly points: readonly string[];
}
