import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import protobuf from 'protobufjs';
import { PortalError } from '../../read/portal-error.ts';
import { isBelow } from '../project-file.ts';

/** `google/api/annotations.proto` and the like come with the library, for files that import what only generators need. */
const bundled = path.dirname(createRequire(import.meta.url).resolve('protobufjs/package.json'));

/**
 * Reads a `.proto` file and what it imports, from these folders only (https://protobuf.dev/reference/protobuf/proto3-spec/). Names stay as
 * they are written. Throws a `PortalError` with the place of what is wrong.
 */
export function loadProto(file: string, folders: readonly string[]): protobuf.Root {
  const root = new protobuf.Root();
  root.resolvePath = (origin, target) => (origin === '' ? target : importedFile(origin, target, folders));
  try {
    root.loadSync(file, { keepCase: true });
    root.resolveAll();
    return root;
  } catch (error) {
    throw error instanceof PortalError ? error : describeFault(error, root.files);
  }
}

function importedFile(origin: string, target: string, folders: readonly string[]): string {
  const own = folders
    .map((folder) => ({ folder, file: path.resolve(folder, target) }))
    .find(({ folder, file }) => isBelow(folder, file) && isFile(file))?.file;
  const common = path.resolve(bundled, target);
  const found =
    own ?? (target.startsWith('google/') && isBelow(bundled, common) && isFile(common) ? common : undefined);
  if (found !== undefined) return found;
  const line = lineOfText(origin, `"${target}"`);
  throw new PortalError(
    `"${target}" is in none of the folders that imports are looked up in. Put it there, or add its folder to "folders".`,
    { file: origin, line },
  );
}

/** The parser's messages end in `(file, line 3)` or `(line 3)`; what is not found later, has a name only. */
function describeFault(error: unknown, files: readonly string[]): PortalError {
  const message = error instanceof Error ? error.message : String(error);
  const [, what = message, named, line] = /^(.*?)(?: \((?:(.+), )?line (\d+)\))?$/s.exec(message) ?? [];
  const place =
    line === undefined ? placeOfName(what, files) : { file: named ?? files.at(-1) ?? '', line: Number(line) };
  return new PortalError(`this cannot be read: ${what.replace(/\.$/, '')}. Mend it there.`, place);
}

/** Where a type is used that is nowhere: `no such Type or Enum 'Foo' in Type .things.v1.Thing`. */
function placeOfName(what: string, files: readonly string[]): { readonly file: string; readonly line?: number } {
  const name = /^no such .*?'([\w.]+)'/i.exec(what)?.[1];
  const found = files.flatMap((file) => {
    const line = name === undefined || !isFile(file) ? undefined : lineOfText(file, new RegExp(`(?<!\\w)${name}\\b`));
    return line === undefined ? [] : [{ file, line }];
  });
  return found[0] ?? { file: files[0] ?? '' };
}

/** The first line that has the words; undefined where none does. */
export function lineOfText(file: string, words: string | RegExp): number | undefined {
  const lines = readFileSync(file, 'utf8').split('\n');
  const index = lines.findIndex((line) => (typeof words === 'string' ? line.includes(words) : words.test(line)));
  return index === -1 ? undefined : index + 1;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
