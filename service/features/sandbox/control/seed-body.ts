import type { Item } from '../state.ts';

/** As the request says it; its shape is the contract's. */
export interface SeedBody {
  readonly replace?: boolean;
  readonly examples?: boolean;
  readonly items?: Readonly<Record<string, readonly Item[]>>;
  readonly generate?: Readonly<Record<string, number>>;
}

export const seedLimits = { items: 10_000, bytes: 16 * 1024 * 1024 } as const;

/** A step within a JSON pointer (RFC 6901 §3). */
export function step(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
