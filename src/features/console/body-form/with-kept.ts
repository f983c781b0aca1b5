import { editJson } from '../json/edit-json';
import { readJsonTree } from '../json/json-tree';

/** What another shape begins with, and of its members those that the former held already, unless their value is what tells the two apart. */
export function withKept(start: string, before: string): string {
  const next = readJsonTree(start);
  const old = readJsonTree(before);
  if (next?.kind !== 'object' || old?.kind !== 'object') return start;
  return next.children.reduceRight((text, { name, node }, at) => {
    const kept = old.children.find((child) => child.name === name)?.node;
    const isOpen = ['""', '0', 'false', '{}', '[]', 'null'].includes(start.slice(node.from, node.to));
    return kept && isOpen ? editJson(text, { kind: 'set', path: [at], json: before.slice(kept.from, kept.to) }) : text;
  }, start);
}
