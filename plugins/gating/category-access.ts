import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSource } from '../../contract/read/source/index.ts';
import { isObject, member } from '../../contract/read/json-value.ts';
import { PortalError } from '../../contract/read/portal-error.ts';
import { lineOf, readAccess } from './read-access.ts';

const CATEGORY = /(?:^|\/)_category_\.(?:json|ya?ml)$/;

/** Folders whose guides are early access: `customProps.access` of their `_category_` file, where Docusaurus lets others write. */
export async function categoryAccess(
  docsFolder: string,
  files: readonly string[],
  groups: readonly string[],
  errors: PortalError[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const file of files.filter((name) => CATEGORY.test(name))) {
    const place = path.join(docsFolder, file);
    const { value: category } = await readSource(place);
    const custom = member(category, 'customProps');
    if (!isObject(custom)) continue;
    const { value, problems } = readAccess(custom, groups);
    const source = problems.length > 0 ? readFileSync(place, 'utf8') : '';
    errors.push(
      ...problems.map(({ key, sentence }) => new PortalError(sentence, { file: place, line: lineOf(source, key) })),
    );
    if (value) found.set(path.posix.dirname(file), value);
  }
  return found;
}
