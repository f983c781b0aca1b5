import type { GraphqlConfig, GraphqlOperationConfig } from '../mapping-config.ts';
import { bind } from '../bind.ts';
import type { MappedGraphqlOperation } from '../mapped-operation.ts';
import { namedOperations, unreadableBody } from '../named-operations.ts';
import { readableBody } from '../offered.ts';
import { readProjectFile } from '../project-file.ts';
import { promisedBy } from '../promised.ts';
import type { MappingFault, MappingPlace, OperationPlace } from '../reading.ts';
import { PortalError } from '../../read/portal-error.ts';
import { checkAnswer } from './check-answer.ts';
import { type CheckBySchema, checkBySchema } from './check-by-schema.ts';
import { type DocumentPlace, type GraphqlDocument, readDocument } from './document.ts';
import { suggest } from '../../read/portal/suggest.ts';

const safeMethods = new Set(['get', 'head', 'options', 'trace', 'query']);

interface Reading<Value> {
  readonly value?: Value;
  readonly faults: readonly MappingFault[];
}

/** Reads every document of `live.graphql` and checks it against the contract. */
export async function readGraphql(
  config: GraphqlConfig,
  place: MappingPlace,
): Promise<{ operations: readonly (readonly [string, MappedGraphqlOperation])[]; faults: readonly MappingFault[] }> {
  const { mapped, problems } = namedOperations(config, place);
  const faults: MappingFault[] = [...problems];
  const schema = await readSchema(config, place);
  faults.push(...schema.faults);
  const operations: (readonly [string, MappedGraphqlOperation])[] = [];
  for (const [each, at] of mapped) {
    const { value, faults: found } = await readOperation(each, at, schema.value);
    faults.push(...found);
    if (value) operations.push([at.operation.id, value]);
  }
  return { operations, faults };
}

async function readSchema({ schema }: GraphqlConfig, { root, path }: MappingPlace): Promise<Reading<CheckBySchema>> {
  if (schema === undefined) return { faults: [] };
  const source = await readProjectFile(root, schema, [...path, 'schema']);
  if ('sentence' in source) return { faults: [source] };
  return caught(() => checkBySchema(source.file, source.text));
}

async function readOperation(
  config: GraphqlOperationConfig,
  at: OperationPlace,
  bySchema: CheckBySchema | undefined,
): Promise<Reading<MappedGraphqlOperation>> {
  const { contract, operation, path } = at;
  const source = await documentSource(config.document, at);
  if ('sentence' in source) return { faults: [source] };
  const { value: document, faults } = caught(() => readDocument(source.text, source.place));
  if (!document) return { faults };
  const { bindings, problems } = bind({
    contract,
    operation,
    named: config.variables ?? {},
    unused: config.unused ?? [],
    targets: document.variables,
    describeUnknown: (name) => describeUnknownVariable(name, document),
    words: { target: 'variable', key: 'variables' },
    path,
  });
  const { promised, problems: unpromised } = promisedBy(operation, config.status, path);
  const [root, ...others] = document.selections.keys();
  const answer = config.answer ?? (root !== undefined && others.length === 0 ? root : '');
  const names = answer === '' ? [] : answer.split('.');
  const value = {
    kind: 'graphql' as const,
    document: document.text,
    name: document.name,
    bindings,
    answer: names,
    promised,
    whenNull: config.whenNull,
    partial: config.partial ?? false,
  };
  return {
    value,
    faults: [
      ...unreadableBody(at, readableBody(operation) !== undefined),
      ...problems,
      ...unpromised,
      ...checkMethod(document, at),
      ...checkAnswer({ contract, promised, document, names, path }),
      ...(bySchema?.(document, source.place) ?? []),
    ],
  };
}

/** A text has braces, a path has none. A text's first line is where the configuration has it. */
async function documentSource(document: string, { root, configFile, path, lineOf }: OperationPlace) {
  const at = [...path, 'document'];
  if (document.includes('{')) return { text: document, place: { file: configFile, firstLine: lineOf(at) } };
  const source = await readProjectFile(root, document, at);
  if ('sentence' in source) return source;
  const place: DocumentPlace = { file: source.file, firstLine: 1 };
  return { text: source.text, place };
}

function describeUnknownVariable(name: string, { variables }: GraphqlDocument): string | undefined {
  const names = variables.map((each) => each.name);
  if (names.includes(name)) return undefined;
  const near = suggest(name, names);
  const list = names.length === 0 ? 'It has none.' : `It has ${names.map((each) => `$${each}`).join(', ')}.`;
  return `the document has no variable "$${name}". ${near ? `Did you mean "$${near}"?` : list}`;
}

/** RFC 9110 §9.2.1: whoever sends it does not mean to change anything, and it may be sent twice. */
function checkMethod({ kind }: GraphqlDocument, { operation, path }: OperationPlace): readonly MappingFault[] {
  if (kind === 'query' || !safeMethods.has(operation.method)) return [];
  const sentence = `${operation.id} is a ${operation.method.toUpperCase()}, which changes nothing, and its document is a mutation. Use a query.`;
  return [{ path: [...path, 'document'], sentence }];
}

function caught<Value>(read: () => Value): Reading<Value> {
  try {
    return { value: read(), faults: [] };
  } catch (error) {
    if (error instanceof PortalError) return { faults: [error] };
    throw error;
  }
}
