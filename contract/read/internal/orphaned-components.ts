import { pointerKeys, pointerOfRef } from '../json-pointer.ts';
import { entriesOf, isObject, itemsOf, type JsonObject, member } from '../json-value.ts';
import type { Removed } from './internal-operations.ts';

/** Takes out the components that only removed operations need. What nothing refers to stays: its author wanted it there. */
export function dropOrphanedComponents(root: JsonObject, removed: readonly Removed[]): void {
  const { components, ...rest } = root;
  const ofRemoved = reach(
    components,
    removed.map(({ operation }) => operation),
  );
  if (ofRemoved.size === 0) return;
  const kept = reach(components, [rest]);
  const unused = entriesOf(components).flatMap(([section, entries]) =>
    entriesOf(entries).flatMap(([name, component]) => {
      const key = `${section}/${name}`;
      return ofRemoved.has(key) || kept.has(key) ? [] : [component];
    }),
  );
  for (const key of reach(components, unused)) kept.add(key);
  for (const key of ofRemoved) {
    const section = key.slice(0, key.indexOf('/'));
    const entries = member(components, section);
    if (!kept.has(key) && isObject(entries)) delete entries[key.slice(section.length + 1)];
  }
}

/** The components (`schemas/Offer`) that values refer to, directly or through others. */
function reach(components: unknown, roots: readonly unknown[]): Set<string> {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const waiting: unknown[] = [...roots];
  const add = (section: string, name: string): void => {
    const key = `${section}/${name}`;
    if (found.has(key)) return;
    const component = member(member(components, section), name);
    if (component === undefined) return;
    found.add(key);
    waiting.push(component);
  };
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === 'string' && item.startsWith('#/components/')) {
        const [, section, name] = pointerKeys(pointerOfRef(item) ?? '');
        if (section !== undefined && name !== undefined) add(section, name);
      } else if (key === 'security') {
        for (const scheme of itemsOf(item).flatMap((needed) => entriesOf(needed))) add('securitySchemes', scheme[0]);
      } else if (key === 'mapping') {
        for (const [, name] of entriesOf(item)) if (typeof name === 'string') add('schemas', name);
      }
      waiting.push(item);
    }
  }
  return found;
}
