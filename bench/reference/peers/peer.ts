import type { Manifest } from './install-peer.ts';

/** What somebody else makes of a description, and how it is installed and built. Nothing of it is a dependency of this project. */
export interface Peer {
  readonly name: string;
  readonly manifest: Manifest;
  /** The files that its author would write: by path, their text. */
  sources(description: SourceDescription): Readonly<Record<string, string>>;
  /** One after the other, the first word from `node_modules/.bin`; none where there is nothing to build. */
  readonly commands: readonly (readonly string[])[];
  /** What is deleted before a cold build. */
  readonly made: readonly string[];
  /** What is done to the built files, unmeasured, so that they need no other host. */
  finish?(folder: string): Promise<void>;
  /** The folder to serve, where it is worth looking at its pages. */
  readonly site?: string;
  /** Where an operation is, in the served folder: an address, with a fragment where many share a page. */
  addressOf?(operation: OperationName, pages: readonly string[]): string | undefined;
}

export interface SourceDescription {
  /** The description's text, as JSON: it is written as `api.json` beside the sources. */
  readonly json: string;
  /** Its operations and webhooks. */
  readonly pages: number;
}

export interface OperationName {
  readonly operationId: string;
  readonly title: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
}

/** `issues/list for repo` → `issues-list-for-repo` */
export const kebabCase = (words: string): string =>
  words
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
