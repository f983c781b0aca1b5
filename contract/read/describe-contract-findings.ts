import type { Contract } from '../model.ts';
import { bundleSource } from './bundle/index.ts';
import { describeFindings } from './describe-findings.ts';
import type { Finding } from './description/index.ts';
import { escapeKey, pointerKeys, pointerOfRef, valueAt } from './json-pointer.ts';
import { textOf } from './json-value.ts';
import { readSource } from './source/index.ts';

/** What was found in a contract after it was read, as its warnings are: with places, and the same told once. Reads its files again. */
export async function describeContractFindings(contract: Contract, findings: readonly Finding[]): Promise<string[]> {
  if (findings.length === 0) return [];
  const source = await bundleSource(await readSource(contract.file));
  const placed = findings.map(({ pointer, sentence }) => ({ sentence, pointer: throughRefs(contract, pointer) }));
  return describeFindings(placed, source);
}

/** Where what a pointer names is written, when there are references on its way. */
function throughRefs({ document }: Contract, pointer: string): string {
  let at = '';
  for (const key of pointerKeys(pointer)) {
    const seen = new Set<string>();
    for (let ref = refAt(document, at); ref !== undefined && !seen.has(ref); ref = refAt(document, at)) {
      seen.add(ref);
      at = ref;
    }
    at += `/${escapeKey(key)}`;
  }
  return at;
}

function refAt(document: Contract['document'], pointer: string): string | undefined {
  const ref = textOf(valueAt(document, pointer), '$ref');
  return ref === undefined ? undefined : pointerOfRef(ref);
}
