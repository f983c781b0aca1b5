import type { Kind } from '../description/grammar.ts';
import { walkDescription } from '../description/walk.ts';
import { toPointer } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, member, textOf } from '../json-value.ts';

/** Something in a file that names another thing: a `$ref`, or a value of a discriminator's `mapping`. */
export interface FileReference {
  readonly ref: string;
  readonly kind: Kind;
  /** The object that holds it, and the member. */
  readonly holder: JsonObject;
  readonly member: string;
  /** Of the object, from where the walk began. */
  readonly pointer: string;
}

/** All of them in a part of a description, and the `$id`s that references may mean instead of files. */
export function referencesOf(root: JsonObject, kind: Kind): { references: FileReference[]; ids: ReadonlySet<string> } {
  const references: FileReference[] = [];
  const ids = new Set<string>();
  walkDescription(
    root,
    (value, kind, path) => {
      if (!isObject(value)) return value;
      const ref = textOf(value, '$ref');
      const pointer = toPointer(path);
      if (ref !== undefined) references.push({ ref, kind, holder: value, member: '$ref', pointer });
      if (kind !== 'schema') return value;
      const id = textOf(value, '$id');
      if (id !== undefined) ids.add(id);
      const mapping = member(value.discriminator, 'mapping');
      for (const [name, target] of entriesOf(mapping)) {
        if (typeof target !== 'string' || !/[/#]|\.(?:ya?ml|json)$/i.test(target) || !isObject(mapping)) continue;
        const at = `${pointer}/discriminator/mapping`;
        references.push({ ref: target, kind, holder: mapping, member: name, pointer: at });
      }
      return value;
    },
    kind,
  );
  return { references, ids };
}
