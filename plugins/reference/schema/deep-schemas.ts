import { createHash } from 'node:crypto';
import type { SchemaObject } from '../../../contract/model.ts';
import type { FollowRef } from './flatten-schema.ts';

export interface DeepSchema {
  /** The file's name without its ending. */
  readonly name: string;
  readonly schema: SchemaObject;
}

/** The schemas that pages leave for later, each with a file of its own. Iterating takes them, those that come up meanwhile too. */
export class DeepSchemas {
  readonly #follow: FollowRef;
  readonly #fileNames = new WeakMap<SchemaObject, string>();
  readonly #waiting: DeepSchema[] = [];

  constructor(follow: FollowRef) {
    this.#follow = follow;
  }

  /** The file of a schema; all uses of a component lead to one. */
  fileFor(use: SchemaObject, wanted: string): string {
    const target = use.$ref === undefined ? use : this.#follow(use.$ref);
    const isBareUse = typeof target === 'object' && target !== null && Object.keys(use).length === 1;
    const schema = isBareUse ? (target as SchemaObject) : use;
    let name = this.#fileNames.get(schema);
    if (name === undefined) {
      name = nameOf(isBareUse && use.$ref !== undefined ? use.$ref : use, wanted);
      this.#fileNames.set(schema, name);
      this.#waiting.push({ name, schema });
    }
    return name;
  }

  *[Symbol.iterator](): Generator<DeepSchema> {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) yield next;
  }
}

/**
 * A name that tells schemas apart by what they are, whichever page comes first, and also where letter case does not count. The same
 * schema has the same name in the next build, which leaves pages that are as they were.
 */
function nameOf(source: unknown, wanted: string): string {
  const words = wanted
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return `${words}-${createHash('sha256').update(JSON.stringify(source)).digest('hex').slice(0, 10)}`;
}
