import { stripTypeScriptTypes } from 'node:module';
import { type ArrayExpression, type Expression, type ObjectExpression, parse, type Program } from 'acorn';
import { PortalError } from '../portal-error.ts';
import { linePositions } from '../source/line-positions.ts';
import type { Position } from '../source/index.ts';
import type { ConfigPath } from './shape.ts';

export type ConfigNode = Expression;

/** The text of a configuration and its syntax tree: for the lines that messages name, and for edits that keep its formatting. */
export interface ConfigSource {
  readonly file: string;
  readonly text: string;
  /** The node of a value; `undefined` where it is computed. */
  find(path: ConfigPath): ConfigNode | undefined;
  /** The position of a member's key or of an item; of the nearest ancestor that is written out. */
  locate(path: ConfigPath): Position | undefined;
}

/** Parses a configuration without running it. Throws a `PortalError` with the position of a syntax error. */
export function parseConfig(file: string, text: string): ConfigSource {
  const program = parseProgram(file, text);
  const locate = (path: ConfigPath) => {
    const offset = follow(program, path).offset;
    return offset === undefined ? undefined : linePositions(text, new Map([['here', offset]])).get('here');
  };
  return { file, text, locate, find: (path) => follow(program, path).node };
}

function parseProgram(file: string, text: string): Program {
  let script: string;
  try {
    script = stripTypes(file, text);
  } catch (error) {
    throw new PortalError(`this is not valid TypeScript: ${firstLine(error)}. Mend it there.`, {
      file,
      ...placeOf(error),
    });
  }
  try {
    return parse(script, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
  } catch (error) {
    const position = (error as { loc?: { line: number; column: number } }).loc;
    const what = firstLine(error).replace(/ \(\d+:\d+\)$/, '');
    throw new PortalError(`this is not valid TypeScript: ${what}. Mend the syntax there.`, {
      file,
      line: position?.line,
      column: position && position.column + 1,
    });
  }
}

/** Types become spaces, so that positions stay. Node calls the function experimental; that is not the reader's concern. */
function stripTypes(file: string, text: string): string {
  if (!/\.[mc]?ts$/.test(file)) return text;
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(text, { mode: 'strip', sourceUrl: file });
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Node tells the place of a syntax error only in its stack: `file:2`, the lines around it, and a caret. */
function placeOf(error: unknown): Partial<Position> {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const line = /^.*:(\d+)\n/.exec(stack)?.[1];
  const caret = /^( *)\^+$/m.exec(stack)?.[1];
  return { line: line ? Number(line) : undefined, column: line && caret !== undefined ? caret.length + 1 : undefined };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '') ?? '';
}

interface Found {
  readonly node?: ConfigNode;
  readonly offset?: number;
}

function follow(program: Program, path: ConfigPath): Found {
  let node = exported(program);
  let offset = node?.start;
  for (const key of path) {
    if (typeof key === 'number') {
      const item = node?.type === 'ArrayExpression' ? itemOf(node, key) : undefined;
      if (!item) return { offset };
      offset = item.start;
      node = written(program, item);
    } else {
      const property = node?.type === 'ObjectExpression' ? propertyOf(node, key) : undefined;
      if (!property) return { offset };
      offset = property.start;
      node = written(program, property.value);
    }
  }
  return { node, offset };
}

function exported(program: Program): Expression | undefined {
  const statement = program.body.find((candidate) => candidate.type === 'ExportDefaultDeclaration');
  const declaration = statement?.declaration;
  if (!declaration || declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
    return undefined;
  return written(program, declaration);
}

/** The literal behind `definePortal(…)`, parentheses and constants of the same file. */
function written(program: Program, node: Expression, hops = 0): Expression | undefined {
  if (hops > 20) return undefined;
  if (node.type === 'ParenthesizedExpression') return written(program, node.expression, hops + 1);
  if (node.type === 'CallExpression') {
    const argument = node.arguments[0];
    return argument && argument.type !== 'SpreadElement' ? written(program, argument, hops + 1) : undefined;
  }
  if (node.type !== 'Identifier') return node;
  for (const outer of program.body) {
    const statement = outer.type === 'ExportNamedDeclaration' ? outer.declaration : outer;
    if (statement?.type !== 'VariableDeclaration') continue;
    const found = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === node.name);
    if (found?.init) return written(program, found.init, hops + 1);
  }
  return undefined;
}

/** After a spread, an item's index is not known. */
function itemOf(list: ArrayExpression, index: number): Expression | undefined {
  if (list.elements.slice(0, index + 1).some((element) => element?.type === 'SpreadElement')) return undefined;
  const item = list.elements[index];
  return item && item.type !== 'SpreadElement' ? item : undefined;
}

function propertyOf(object: ObjectExpression, key: string) {
  return object.properties
    .filter((property) => property.type === 'Property')
    .findLast(
      ({ key: name, computed }) =>
        !computed &&
        ((name.type === 'Identifier' && name.name === key) || (name.type === 'Literal' && name.value === key)),
    );
}
