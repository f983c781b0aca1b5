import type { SandboxStatement } from '../../x-sandbox/statement.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { toPointer } from '../json-pointer.ts';
import { walkDescription } from './walk.ts';

/**
 * Takes `x-sandbox` out of every object of a description, in place: it is for the sandbox, and no part of what readers see. In
 * an example or a default it is data and stays. Expects that `findTooDeep` found nothing.
 */
export function takeSandboxStatements(root: JsonObject): readonly SandboxStatement[] {
  const statements: SandboxStatement[] = [];
  walkDescription(root, (value, kind, path) => {
    if (!isObject(value) || !Object.hasOwn(value, 'x-sandbox')) return value;
    statements.push({ at: kind, pointer: toPointer(path), value: value['x-sandbox'] });
    delete value['x-sandbox'];
    return value;
  });
  return statements;
}
