import { createConfig, getLineColLocation, lint, type NormalizedProblem } from '@redocly/openapi-core';
import path from 'node:path';

/** One thing that the linter says of a description. */
export interface LintFinding {
  readonly severity: 'error' | 'warn';
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Lints by Redocly's recommended rules. The contract reader has refused remote references before, so no socket is opened. */
export async function lintDescription(file: string): Promise<LintFinding[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lint({ ref: path.resolve(file), config });
  return problems.filter(({ ignored }) => !ignored).map(toFinding);
}

function toFinding({ severity, ruleId, message, location: [location] }: NormalizedProblem): LintFinding {
  const start = location ? getLineColLocation(location).start : { line: 1, col: 1 };
  return { severity, rule: ruleId, message: message.split('\n')[0] ?? '', line: start.line, column: start.col };
}
