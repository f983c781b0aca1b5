import {
  BaseResolver,
  createConfig,
  type Document,
  getLineColLocation,
  lintDocument,
  makeDocumentFromString,
  type NormalizedProblem,
  Source,
} from '@redocly/openapi-core';
import path from 'node:path';

/** One thing that the linter says of a description. */
export interface LintFinding {
  readonly severity: 'error' | 'warn';
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The contract reader refuses references that leave the file; where it does not look (`x-…`), this one does. */
class NoOtherFile extends BaseResolver {
  override loadExternalRef(reference: string): Promise<Source> {
    return Promise.reject(new Error(`${reference} is not opened: only this file is linted.`));
  }
}

/** Lints a description's text by Redocly's recommended rules. Opens no file and no socket. */
export async function lintDescription(file: string, text: string): Promise<LintFinding[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const document = parse(path.resolve(file), text);
  const problems = await lintDocument({ document, config, externalRefResolver: new NoOtherFile() });
  return problems.filter(({ ignored }) => !ignored).map(toFinding);
}

/** The linter's own parser is for YAML; it takes ten times as long for JSON as the engine's. */
function parse(file: string, text: string): Document {
  if (!file.toLowerCase().endsWith('.json')) return makeDocumentFromString(text, file);
  const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  return { source: new Source(file, text), parsed };
}

function toFinding({ severity, ruleId, message, location: [location] }: NormalizedProblem): LintFinding {
  const start = location ? getLineColLocation(location).start : { line: 1, col: 1 };
  return { severity, rule: ruleId, message: message.split('\n')[0] ?? '', line: start.line, column: start.col };
}
