import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql/language/ast.js';
import { Kind } from 'graphql/language/kinds.js';
import { parse } from 'graphql/language/parser.js';
import { PortalError } from '../../read/portal-error.ts';
import type { Target } from '../bind.ts';

/** Where a document's text begins, for the lines that messages name. */
export interface DocumentPlace {
  readonly file: string;
  readonly firstLine: number;
}

/** The one query or mutation of a document. */
export interface GraphqlDocument {
  readonly text: string;
  readonly name: string | undefined;
  readonly kind: 'query' | 'mutation';
  readonly variables: readonly Target[];
  readonly selections: Selections;
  readonly node: DocumentNode;
}

/** What a selection set asks for, by the names that answers have it under; undefined: a value without members. */
export type Selections = ReadonlyMap<string, Selections | undefined>;

/** Parses a document (https://spec.graphql.org/October2021/#Document). Throws a `PortalError` with its place. */
export function readDocument(text: string, place: DocumentPlace): GraphqlDocument {
  const at = (line = 1) => ({ file: place.file, line: place.firstLine + line - 1 });
  let node: DocumentNode;
  try {
    // The limit is far beyond any document that somebody wrote.
    node = parse(text, { maxTokens: 20_000 });
  } catch (error) {
    const { message, locations } = error as { message: string; locations?: readonly { line: number }[] };
    throw new PortalError(
      `this is no GraphQL: ${message.replace(/^Syntax Error: |\.$/g, '')}. Mend it there.`,
      at(locations?.[0]?.line),
    );
  }
  const operations = node.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation, second] = operations;
  if (operation === undefined) throw new PortalError('this has no query and no mutation. Write one.', at());
  if (second)
    throw new PortalError('this has a second operation. Keep one in a document.', at(second.loc?.startToken.line));
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    const sentence = 'this is a subscription, and an answer is one piece of JSON. Ask for it with a query.';
    throw new PortalError(sentence, at(operation.loc?.startToken.line));
  }
  const fragments = new Map(
    node.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return {
    text,
    name: operation.name?.value,
    kind: operation.operation,
    variables: variablesOf(operation),
    selections: selectionsOf(operation.selectionSet, fragments, new Set()),
    node,
  };
}

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode): readonly Target[] {
  return variableDefinitions.map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    aliases: [variable.name.value],
    required: type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
  }));
}

function selectionsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  open: ReadonlySet<string>,
): Selections {
  const found = new Map<string, Selections | undefined>();
  const add = (more: Selections) => {
    for (const [name, below] of more) {
      const known = found.get(name);
      found.set(name, known && below ? new Map([...known, ...below]) : (known ?? below));
    }
  };
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet && selectionsOf(selection.selectionSet, fragments, open);
      add(new Map([[(selection.alias ?? selection.name).value, below]]));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(selectionsOf(selection.selectionSet, fragments, open));
    } else {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (fragment && !open.has(name)) add(selectionsOf(fragment.selectionSet, fragments, new Set([...open, name])));
    }
  }
  return found;
}
