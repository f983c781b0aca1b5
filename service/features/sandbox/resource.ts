import type { Operation } from '../../../contract/model.ts';

/** Things of one kind below one path. */
export interface Collection {
  /** `/credential-offers`, `/issuers/{issuer_id}/keys`. */
  readonly template: string;
  /** The names of the path parameters that tell one item from another; empty where items have no path of their own. */
  readonly itemParameters: readonly string[];
  readonly itemTemplate: string | null;
  readonly list: Operation | undefined;
  readonly create: Operation | undefined;
  readonly read: Operation | undefined;
  /** Every operation on one item. */
  readonly onItem: readonly Operation[];
}

/** The one thing at a path: `/me`, `/offers/{id}/settings`. */
export interface Single {
  readonly template: string;
  readonly read: Operation | undefined;
  /** The collection of the item that it belongs to. */
  readonly parent: Collection | undefined;
}

/** What an operation does to the sandbox's state. */
export type Role =
  | { readonly kind: 'list'; readonly collection: Collection }
  | { readonly kind: 'create'; readonly collection: Collection }
  | { readonly kind: 'read' | 'replace' | 'merge' | 'remove'; readonly collection: Collection }
  /** `POST /offers/{id}/suspend`: does something to an item. */
  | { readonly kind: 'act'; readonly collection: Collection; readonly verb: string }
  | { readonly kind: 'single'; readonly does: 'read' | 'replace' | 'merge' | 'remove'; readonly single: Single }
  /** Not about a resource: answered with the contract's example. */
  | { readonly kind: 'answer' };
