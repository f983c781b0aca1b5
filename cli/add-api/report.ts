import type { Contract } from '../../contract/model.ts';
import type { LintFinding } from './lint-description.ts';

export interface AddReport {
  readonly contract: Contract;
  readonly findings: readonly LintFinding[];
  /** The copy's path, relative to the configuration's folder. */
  readonly copied: string;
}

const SHOWN = 10;

export function reportAsJson({ contract, findings, copied }: AddReport): string {
  const { api, version, specification, operations, webhooks, warnings } = contract;
  const added = {
    api,
    version,
    specification,
    description: copied,
    operations: operations.length,
    webhooks: webhooks.length,
  };
  return JSON.stringify({ added, warnings, findings }, null, 2);
}

export function reportAsText({ contract, findings, copied }: AddReport): string {
  const { api, version, specification, operations, webhooks, warnings } = contract;
  const counted = [count(operations.length, 'operation'), webhooks.length > 0 ? count(webhooks.length, 'webhook') : ''];
  return [
    `Added ${api}/${version}: ${counted.filter((text) => text !== '').join(', ')} (OpenAPI ${specification}), copied to ${copied}.`,
    ...warnings.map((warning) => `  mended  ${warning}`),
    ...lintLines(findings, copied),
    '',
    'Next: npm start',
    `  reference  /reference/${api}/${version}`,
    `  gateway    /gateway/${api}/${version}/…   with a key of the sandbox`,
  ].join('\n');
}

/** Errors first; beyond the first few, how often each rule speaks. */
function lintLines(findings: readonly LintFinding[], file: string): string[] {
  if (findings.length === 0) return ['The linter finds nothing.'];
  const sorted = findings.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const rest = sorted.slice(SHOWN);
  return [
    `The linter finds ${count(errors, 'error')} and ${count(findings.length - errors, 'warning')}; none keeps the portal from working:`,
    ...sorted
      .slice(0, SHOWN)
      .map(
        (finding) =>
          `  ${file}:${finding.line}:${finding.column}  ${finding.severity}  ${finding.message}  (${finding.rule})`,
      ),
    ...(rest.length > 0 ? [`  … and ${rest.length} more: ${tally(rest)}`] : []),
  ];
}

function tally(findings: readonly LintFinding[]): string {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  return [...byRule]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([rule, { length }]) => `${rule} ${length}`)
    .join(', ');
}

const rank = ({ severity }: LintFinding) => (severity === 'error' ? 0 : 1);
const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
