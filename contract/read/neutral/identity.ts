import type { Operation } from '../../model.ts';
import { DEVICES } from '../reserved-names.ts';
import type { Reading } from './reading.ts';
import { toSlug, UniqueNames } from './slug.ts';

/** Addresses and files below `/reference/{api}/{version}/` that are not operations, and what no file can be called. */
const RESERVED_SLUGS = ['tags', 'schemas', 'changes', 'parts', 'nav', 'pages', 'description', 'index', ...DEVICES];

type Named = Pick<Operation, 'kind' | 'method' | 'path' | 'pointer'> & { readonly operationId: string | undefined };

/** Gives operations their ids and page addresses; what it has to change for uniqueness is reported. */
export class Identities {
  readonly #reading: Reading;
  readonly #slugs = new UniqueNames(RESERVED_SLUGS);
  readonly #ids = new Set<string>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  identify(operation: Named): Pick<Operation, 'id' | 'slug'> {
    const { operationId, pointer } = operation;
    const wanted = operationId ?? fallbackId(operation);
    let id = wanted;
    for (let count = 2; this.#ids.has(id); count++) id = `${wanted}-${count}`;
    this.#ids.add(id);
    const at = operationId === undefined ? pointer : `${pointer}/operationId`;
    const base = toSlug(wanted) || toSlug(fallbackId(operation)) || 'operation';
    const prefix = operation.kind === 'operation' ? '' : `${operation.kind}-`;
    const wantedSlug = base.startsWith(prefix) ? base : prefix + base;
    const slug = this.#slugs.take(wantedSlug);
    // A callback has no page, and one that several operations refer to is met several times.
    if (operation.kind === 'callback') return { id, slug };
    if (operationId === undefined && operation.kind === 'operation') {
      this.#reading.warn(
        pointer,
        `this operation has no operationId; it is called "${id}". With one, its address stays when its path changes.`,
      );
    } else if (id !== wanted) {
      this.#reading.warn(
        at,
        `the operationId "${wanted}" is used twice; this one is called "${id}". Give it a name of its own.`,
      );
    } else if (slug !== wantedSlug) {
      this.#reading.warn(
        at,
        `the page address "${wantedSlug}" is taken; "${wanted}" is at "${slug}". Rename its operationId to choose another.`,
      );
    }
    return { id, slug };
  }
}

function fallbackId({ kind, method, path }: Named): string {
  return toSlug(kind === 'operation' ? `${method}-${path}` : `${kind}-${path}`) || method;
}
