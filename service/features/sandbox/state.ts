export type Item = Readonly<Record<string, unknown>>;

/** Where things of one kind are: a collection's template with the ids of its parents filled in. */
export interface Place {
  /** `/issuers/iss_1/keys` */
  readonly key: string;
  /** `/issuers/{issuer_id}/keys` */
  readonly template: string;
  /** `issuer_id` → `iss_1` */
  readonly parents: ReadonlyMap<string, string>;
}

export interface KeptItem {
  readonly id: string;
  readonly item: Item;
}

/** A member of an item is one of these words, or has one among its elements. Words are compared as texts: `1` is `"1"`. */
export interface Condition {
  readonly member: string;
  readonly isOneOf: readonly (string | number | boolean)[];
}

export interface PageRequest {
  readonly limit: number;
  /** The items that come after the one with this id, in the order of the list. */
  readonly after?: string | undefined;
  /** The items that come just before the one with this id. */
  readonly before?: string | undefined;
  readonly offset?: number | undefined;
  /** What the database can tell of `fits`: a page of a large collection is then found without reading all of it. */
  readonly where?: readonly Condition[] | undefined;
  /** Only items that fit. */
  readonly fits?: ((item: Item) => boolean) | undefined;
  readonly oldestFirst?: boolean | undefined;
  /** Whether `total` is needed: it costs a look at every item. */
  readonly counted?: boolean | undefined;
}

export type Page =
  | {
      readonly kind: 'page';
      readonly items: readonly KeptItem[];
      readonly hasMore: boolean;
      readonly total: number | null;
    }
  /** `after` or `before` names no item. */
  | { readonly kind: 'unknown-cursor' };

/** What one organization's sandbox of one API version holds: things by place and id, newest first. */
export interface SandboxState {
  /** Undefined where it never was, null where it was removed. */
  get(place: Place, id: string): Promise<Item | null | undefined>;
  put(place: Place, id: string, item: Item): Promise<void>;
  remove(place: Place, id: string): Promise<void>;
  page(place: Place, request: PageRequest): Promise<Page>;
  /** A number that no item of the collection has had: for ids that count. */
  nextNumber(place: Place): Promise<number>;
}
