import type { Contract } from '../../contract/model.ts';
import type { LintFinding } from './lint-description.ts';

export interface AddReport {
  readonly contract: Contract;
  readonly findings: readonly LintFinding[];
  /** The copy's path, relative to the configuration's folder. */
  readonly copied: string;
}

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
    `Added ${api}/${version}: ${counted.filter((text) => text !== '').join(', ')} (OpenAPI ${specification}), ${origin(contract)} to ${copied}.`,
    ...warnings.map((warning) => `  mended  ${warning}`),
    ...lintLines(findings, copied),
    '',
    'Next: npm start',
    `  reference  /reference/${api}/${version}`,
    `  gateway    /gateway/${api}/${version}/…   with a key of the sandbox`,
  ].join('\n');
}

/** A line a rule, errors first, with the first place that it speaks of. */
function lintLines(findings: readonly LintFinding[], file: string): string[] {
  if (findings.length === 0) return ['The linter finds nothing.'];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const rules = [...Map.groupBy(findings, ({ rule }) => rule).values()];
  return [
    `The linter finds ${count(errors, 'error')} and ${count(findings.length - errors, 'warning')}; none keeps the portal from working:`,
    ...rules.toSorted((a, b) => rank(a[0]) - rank(b[0]) || b.length - a.length).map((all) => ruleLine(all, file)),
  ];
}

function ruleLine([first, ...more]: readonly LintFinding[], file: string): string {
  if (!first) return '';
  const others = more.length > 0 ? `, and ${more.length} more` : '';
  return `  ${first.severity.padEnd(5)}  ${file}:${first.line}:${first.column}  ${first.message}  (${first.rule}${others})`;
}

/** Several files become one. */
function origin({ otherFiles = [] }: Contract): string {
  return otherFiles.length === 0 ? 'copied' : `bundled from ${otherFiles.length + 1} files`;
}

const rank = (finding: LintFinding | undefined) => (finding?.severity === 'error' ? 0 : 1);
const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
