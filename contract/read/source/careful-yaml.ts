import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { pointerKeys } from '../json-pointer.ts';
import { PortalError } from '../portal-error.ts';
import type { Parsed, Position } from './source.ts';

/** The parser needs some 100 bytes of memory for each byte of YAML. */
const MAXIMUM_CHARACTERS = 16 * 1024 * 1024;

/**
 * Parses YAML 1.2 with merge keys by the parser that knows all of it and tells best what is wrong; `parseYamlSource` asks it
 * for what the quick one refuses. A duplicate key and an excess of aliases ("billion laughs") are refused; dates stay text.
 */
export function parseYamlCarefully(file: string, text: string): Parsed {
  if (text.length > MAXIMUM_CHARACTERS) {
    const advice = 'Convert it to JSON, whose errors have their line whatever its size.';
    throw new PortalError(`this YAML is not valid, or not of the kind that is read above 16 MB. ${advice}`, { file });
  }
  const lines = new LineCounter();
  const refuse = (what: string, offset?: number) =>
    new PortalError(what, { file, ...(offset === undefined ? {} : position(lines, offset)) });
  const tooDeep = 'this is nested too deeply to be an API description. Flatten it, or name the right file.';
  const document = attempt(
    () =>
      parseDocument(text, {
        merge: true,
        uniqueKeys: true,
        prettyErrors: false,
        logLevel: 'error',
        lineCounter: lines,
      }),
    (error) => refuse(error instanceof RangeError ? tooDeep : `this is not valid YAML: ${messageOf(error)}.`),
  );
  const problem = document.errors[0];
  if (problem) {
    if (problem.message.includes('call stack')) throw refuse(tooDeep);
    const what = problem.message.replace(/\.$/, '').replaceAll('\n', ' ');
    throw refuse(`this is not valid YAML: ${what}. Mend the syntax there.`, problem.pos[0]);
  }
  const value: unknown = attempt(
    () => document.toJS({ maxAliasCount: 1000 }) as unknown,
    (error) => refuse(`this YAML cannot be unfolded: ${messageOf(error)}. Write out what its aliases (*name) repeat.`),
  );
  return {
    file,
    value,
    locate: (pointers) => new Map(pointers.map((pointer) => [pointer, position(lines, offsetOf(document, pointer))])),
  };
}

function attempt<Value>(action: () => Value, describe: (error: unknown) => PortalError): Value {
  try {
    return action();
  } catch (error) {
    throw describe(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(document: Document, pointer: string): number {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const key of pointerKeys(pointer)) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return offset;
}
