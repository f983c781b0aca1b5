import type { SchemaObject } from '../../../contract/model.ts';
import { UniqueNames } from '../files/unique-names.ts';
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
  readonly #names = new UniqueNames();
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
      name = this.#names.take(wanted);
      this.#fileNames.set(schema, name);
      this.#waiting.push({ name, schema });
    }
    return name;
  }

  *[Symbol.iterator](): Generator<DeepSchema> {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) yield next;
  }
}
