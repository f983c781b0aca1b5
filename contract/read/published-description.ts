import { readFileSync } from 'node:fs';
import type { Contract } from '../model.ts';

/**
 * The description as readers may download it: the author's own file byte for byte, or bundled and without what is internal where
 * there is something to bundle or to hide.
 */
export function publishedDescription(contract: Pick<Contract, 'file' | 'published'>): {
  readonly bytes: Buffer;
  readonly extension: '.json' | '.yaml';
} {
  const extension = contract.file.toLowerCase().endsWith('.json') ? '.json' : '.yaml';
  return {
    bytes: contract.published === undefined ? readFileSync(contract.file) : Buffer.from(contract.published),
    extension,
  };
}
