import type { FormValues } from './request';

/** What the console remembers for as long as the page is loaded, and no longer: nothing is written to the device. */
export interface ConsoleMemory {
  /** By `operationKey`: the form as it was left. */
  readonly drafts: Map<string, FormValues>;
  /** By `collectionKey`: the id that was made there last. */
  readonly lastIds: Map<string, string>;
}

export function createMemory(): ConsoleMemory {
  return { drafts: new Map(), lastIds: new Map() };
}

export const pageLoadMemory = createMemory();

export function operationKey({ api, version, id }: { api: string; version: string; id: string }): string {
  return `${api}/${version}/${id}`;
}
