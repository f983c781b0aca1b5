import type { Contract } from '../model.ts';
import { type Finding, prepareDescription } from './description/index.ts';
import { toNeutral } from './neutral/index.ts';
import { describePlace } from './portal-error.ts';
import { readSource, type Source } from './source/index.ts';

export type ContractSource = Pick<Contract, 'api' | 'version' | 'file'>;

/** A sloppy description has thousands; these are enough to begin with. */
const MAXIMUM_WARNINGS = 200;

/**
 * Reads one OpenAPI 3.0, 3.1 or 3.2 file, JSON or YAML, into the neutral model. Opens this file only. Throws a
 * `PortalError` with file:line:column for what cannot be read; what can be mended is mended and told in `warnings`.
 */
export async function readContract(source: ContractSource): Promise<Contract> {
  return contractOf(source, await readSource(source.file));
}

export function contractOf(named: ContractSource, source: Source): Contract {
  const { contract, findings } = toNeutral(named, prepareDescription(source));
  return { ...contract, otherFiles: source.otherFiles, warnings: describeFindings(findings, source) };
}

function describeFindings(findings: readonly Finding[], source: Source): string[] {
  if (findings.length === 0) return [];
  // What several operations refer to is found several times.
  const unique = [...new Map(findings.map((finding) => [`${finding.pointer} ${finding.sentence}`, finding])).values()];
  const shown = unique.slice(0, MAXIMUM_WARNINGS);
  const positions = source.locate(shown.map(({ pointer }) => pointer));
  const sentences = shown.map(
    ({ pointer, sentence }) => `${describePlace({ file: source.file, ...positions.get(pointer) })}: ${sentence}`,
  );
  const rest = unique.length - shown.length;
  return rest === 0 ? sentences : [...sentences, `${describePlace({ file: source.file })}: ${rest} more of these.`];
}
