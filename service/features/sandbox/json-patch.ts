import { isDeepStrictEqual } from 'node:util';
import { isObject } from './example.ts';

export type PatchResult =
  | { readonly kind: 'patched'; readonly value: unknown }
  /** `conflict`: a test failed; `impossible`: a place is not there, or the operation is none. */
  | { readonly kind: 'conflict' | 'impossible'; readonly detail: string };

type Holder = Record<string, unknown> | unknown[];

/** JSON Patch (RFC 6902): all operations in their order, or none. What is given is not changed. */
export function jsonPatch(target: unknown, operations: readonly unknown[]): PatchResult {
  const root = { '': structuredClone(target) };
  for (const [index, operation] of operations.entries()) {
    const wrong = applyOne(root, operation);
    if (wrong !== undefined) return { kind: wrong.kind, detail: `Operation ${index} of the patch: ${wrong.detail}` };
  }
  return { kind: 'patched', value: root[''] };
}

type Wrong = Exclude<PatchResult, { readonly kind: 'patched' }>;

const impossible = (detail: string): Wrong => ({ kind: 'impossible', detail });

function applyOne(root: Record<string, unknown>, operation: unknown): Wrong | undefined {
  if (!isObject(operation) || typeof operation.path !== 'string') return impossible('it has no path.');
  const { op, path, from } = operation;
  if ((op === 'add' || op === 'replace' || op === 'test') && !Object.hasOwn(operation, 'value')) {
    return impossible('it has no value.');
  }
  switch (op) {
    case 'add':
      return add(root, path, structuredClone(operation.value));
    case 'remove':
      return remove(root, path);
    case 'replace':
      if (path === '') return add(root, '', structuredClone(operation.value));
      return remove(root, path) ?? add(root, path, structuredClone(operation.value));
    case 'test': {
      const found = read(root, path);
      const isSame = found !== undefined && isDeepStrictEqual(found.value, operation.value);
      return isSame ? undefined : { kind: 'conflict', detail: `${path} is not as it was tested.` };
    }
    case 'move':
    case 'copy': {
      const source = typeof from === 'string' ? read(root, from) : undefined;
      if (typeof from !== 'string' || source === undefined) return impossible(`${String(from)} is not there.`);
      if (op === 'move' && path.startsWith(`${from}/`)) return impossible(`${from} cannot move into itself.`);
      const value = structuredClone(source.value);
      return (op === 'move' ? remove(root, from) : undefined) ?? add(root, path, value);
    }
    default:
      return impossible(`${JSON.stringify(op)} is no operation of RFC 6902.`);
  }
}

/** RFC 6901; the whole document is a member of the root, so that it can be replaced, too. */
function stepsOf(path: string): readonly string[] {
  return path.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function holderOf(root: Record<string, unknown>, path: string): { holder: Holder; key: string } | undefined {
  const steps = stepsOf(path);
  let holder: unknown = root;
  for (const step of steps.slice(0, -1)) holder = memberOf(holder, step);
  const isHolder = (Array.isArray(holder) || isObject(holder)) && (path === '' || path.startsWith('/'));
  return isHolder ? { holder: holder as Holder, key: steps.at(-1) ?? '' } : undefined;
}

function memberOf(holder: unknown, step: string): unknown {
  if (Array.isArray(holder)) return /^(?:0|[1-9]\d*)$/.test(step) ? (holder[Number(step)] as unknown) : undefined;
  return isObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}

function read(root: Record<string, unknown>, path: string): { value: unknown } | undefined {
  const at = holderOf(root, path);
  const value = at && memberOf(at.holder, at.key);
  return value === undefined ? undefined : { value };
}

function add(root: Record<string, unknown>, path: string, value: unknown): Wrong | undefined {
  const at = holderOf(root, path);
  if (at === undefined || at.key === '__proto__') return impossible(`${path} is not there.`);
  const { holder, key } = at;
  if (!Array.isArray(holder)) {
    holder[key] = value;
    return undefined;
  }
  const index = key === '-' ? holder.length : /^(?:0|[1-9]\d*)$/.test(key) ? Number(key) : Number.NaN;
  if (!(index <= holder.length)) return impossible(`${path} is not there.`);
  holder.splice(index, 0, value);
  return undefined;
}

function remove(root: Record<string, unknown>, path: string): Wrong | undefined {
  const at = holderOf(root, path);
  if (at === undefined || path === '' || memberOf(at.holder, at.key) === undefined) {
    return impossible(`${path} is not there.`);
  }
  if (Array.isArray(at.holder)) at.holder.splice(Number(at.key), 1);
  else Reflect.deleteProperty(at.holder, at.key);
  return undefined;
}
