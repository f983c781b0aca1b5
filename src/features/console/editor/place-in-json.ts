import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Step } from './schemas-at';

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Where the caret is in a JSON text, however unfinished. */
export type JsonPlace =
  /** In an object, where a member's name belongs. */
  | { readonly kind: 'name'; readonly path: readonly Step[]; readonly taken: readonly string[]; readonly from: number }
  /** Where a value belongs. */
  | { readonly kind: 'value'; readonly path: readonly Step[]; readonly from: number };

export function placeInJson(state: EditorState, position: number): JsonPlace | null {
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, -1);
  while (node?.type.isError) node = node.parent;
  if (!node) return null;
  const isToken = /^(?:String|Number|True|False|Null)$/.test(node.name);
  if (node.name === 'PropertyName') return nameIn(state, node.parent?.parent ?? null, node.from, node);
  if (isToken && node.to >= position && node.from < position)
    return { kind: 'value', path: pathOf(state, node), from: node.from };
  const before = state.sliceDoc(Math.max(0, position - 200), position);
  const word = /[\w.+-]*$/.exec(before)?.[0] ?? '';
  const from = position - word.length;
  const sign = before
    .slice(0, before.length - word.length)
    .trimEnd()
    .at(-1);
  const holder = containerOf(node);
  if (sign === ':') {
    const property = node.name === 'Property' ? node : lastProperty(holder, position);
    return property ? { kind: 'value', path: pathOf(state, property), from } : null;
  }
  if (holder?.name === 'Array')
    return { kind: 'value', path: [...pathOf(state, holder), itemIndex(holder, position)], from };
  return sign === '{' || sign === ',' ? nameIn(state, holder, from, null) : null;
}

function nameIn(state: EditorState, object: SyntaxNode | null, from: number, own: SyntaxNode | null): JsonPlace | null {
  if (object?.name !== 'Object') return null;
  const names = object
    .getChildren('Property')
    .map((property) => property.getChild('PropertyName'))
    .filter((name) => name !== null && name.from !== own?.from);
  const taken = names.map((name) => unquoted(state, name));
  return { kind: 'name', path: pathOf(state, object), taken, from };
}

/** The steps from the document to a node's value. */
function pathOf(state: EditorState, node: SyntaxNode): readonly Step[] {
  const path: Step[] = [];
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === 'Property') path.unshift(unquoted(state, at.getChild('PropertyName')));
    else if (at.parent?.name === 'Array') path.unshift(itemIndex(at.parent, at.from));
  }
  return path;
}

function containerOf(node: SyntaxNode): SyntaxNode | null {
  let at: SyntaxNode | null = node;
  while (at && at.name !== 'Object' && at.name !== 'Array') at = at.parent;
  return at;
}

function lastProperty(object: SyntaxNode | null, position: number): SyntaxNode | undefined {
  return object
    ?.getChildren('Property')
    .filter(({ from }) => from < position)
    .at(-1);
}

function itemIndex(array: SyntaxNode, position: number): number {
  let index = 0;
  for (let child = array.firstChild; child; child = child.nextSibling) {
    if (!/^[[\]]$|^⚠$/.test(child.name) && child.to < position) index += 1;
  }
  return index;
}

function unquoted(state: EditorState, name: SyntaxNode | null): string {
  const text = name ? state.sliceDoc(name.from, name.to) : '""';
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replaceAll('"', '');
  }
}
