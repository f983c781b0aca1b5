import type { Contract } from '../../model.ts';
import { isObject, type JsonObject, member } from '../json-value.ts';
import type { SandboxStatement } from '../../x-sandbox/statement.ts';
import { dropInternal } from '../internal/index.ts';
import { toPointer } from '../json-pointer.ts';
import { gatherErrors, PortalError } from '../portal-error.ts';
import type { Source } from '../source/index.ts';
import { findTooDeep } from './depth.ts';
import { normaliseSchema } from './normalise-schema.ts';
import { References, type ReferenceProblem } from './references.ts';
import { identifySpecification } from './specification.ts';
import { describeUnsafeHtml } from './unsafe-html.ts';
import { publishedText } from './published-text.ts';
import { takeSandboxStatements } from './sandbox-statements.ts';
import { walkDescription } from './walk.ts';

export interface Description {
  readonly specification: Contract['specification'];
  /** With normalised schemas and references that all lead somewhere. */
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
  /** What readers may download, where it is not the file as it is. */
  readonly published: string | undefined;
  readonly sandbox: readonly SandboxStatement[];
}

/** Something that was mended. */
export interface Finding {
  readonly pointer: string;
  readonly sentence: string;
}

/** More are of no use to a reader. */
const MAXIMUM_REPORTED = 20;

/** Makes a parsed file fit to be read: version, depth, schemas, references. Changes the parsed value in place. */
export function prepareDescription(source: Source): Description {
  const { root, specification } = identifySpecification(source);
  const tooDeep = findTooDeep(root);
  if (tooDeep !== undefined) {
    throw new PortalError(
      'this is nested more than 500 levels deep, or contains itself. Flatten it, or use a $ref for what recurs.',
      { file: source.file, ...source.locate([tooDeep]).get(tooDeep) },
    );
  }
  const hidden = source.hints.internal ? dropInternal(root) : 0;
  const sandbox = source.hints.sandbox ? takeSandboxStatements(root) : [];
  const published = publishedText(source, root, { hidden, sandbox: sandbox.length });
  const findings: Finding[] = [];
  const references = new References();
  walkDescription(root, (value, kind, path) => {
    const unsafe = describeUnsafeHtml(member(value, 'description'));
    if (unsafe) findings.push({ pointer: `${toPointer(path)}/description`, sentence: unsafe });
    if (kind !== 'schema') {
      if (isObject(value)) references.collect(value, false, path);
      return value;
    }
    const normalised = normaliseSchema(value, specification);
    if (normalised.findings.length > 0 || normalised.moved.size > 0) {
      const pointer = toPointer(path);
      for (const sentence of normalised.findings) findings.push({ pointer, sentence });
      for (const [keyword, to] of normalised.moved) references.move(`${pointer}/${keyword}`, pointer + toPointer(to));
    }
    if (isObject(normalised.schema)) references.collect(normalised.schema, true, path);
    return normalised.schema;
  });
  refuse(source, references.check(root));
  return { specification, document: root, findings, published, sandbox };
}

function refuse(source: Source, problems: readonly ReferenceProblem[]): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, MAXIMUM_REPORTED);
  const positions = source.locate(shown.map(({ pointer }) => `${pointer}/$ref`));
  const errors = shown.map(
    ({ pointer, sentence }) => new PortalError(sentence, { file: source.file, ...positions.get(`${pointer}/$ref`) }),
  );
  if (problems.length > shown.length) {
    errors.push(new PortalError(`${problems.length - shown.length} more of these.`, { file: source.file }));
  }
  throw gatherErrors(errors as [PortalError, ...PortalError[]]);
}
