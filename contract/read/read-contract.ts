import type { Contract } from '../model.ts';
import { bundleSource } from './bundle/index.ts';
import { describeFindings } from './describe-findings.ts';
import { prepareDescription } from './description/index.ts';
import { toNeutral } from './neutral/index.ts';
import { readSource, type Source } from './source/index.ts';

export type ContractSource = Pick<Contract, 'api' | 'version' | 'file'>;

/**
 * Reads one OpenAPI 3.0, 3.1 or 3.2 description, JSON or YAML, into the neutral model. Opens this file and those below its folder
 * that it refers to. Throws a
 * `PortalError` with file:line:column for what cannot be read; what can be mended is mended and told in `warnings`.
 */
export async function readContract(source: ContractSource): Promise<Contract> {
  return contractOf(source, await bundleSource(await readSource(source.file)));
}

export function contractOf(named: ContractSource, source: Source): Contract {
  const { contract, findings } = toNeutral(named, prepareDescription(source));
  return { ...contract, otherFiles: source.otherFiles, warnings: describeFindings(findings, source) };
}
