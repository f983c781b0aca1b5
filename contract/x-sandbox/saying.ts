import { isObject, itemsOf, type JsonObject } from '../read/json-value.ts';
import { type ConfigPath, nameOf } from '../read/portal/shape.ts';
import { suggest } from '../read/portal/suggest.ts';
import type { Assignments } from './rules.ts';
import { isUnreadable, type Template, templateOf, wantedExpression } from './template.ts';

/** One object below an `x-sandbox`, with the means to read its members and to tell what is wrong with them. */
export interface Saying {
  readonly value: JsonObject;
  text(key: string): string | undefined;
  /** A path of `collections`; what is none is told and kept. */
  collection(key: string): string;
  assignments(key: string): Assignments;
  /** One template or a list of them. */
  values(key: string): readonly Template[] | undefined;
  template(key: string): Template;
  /** Members and the values that each of them may have. */
  conditions(key: string): Readonly<Record<string, readonly Template[]>>;
  list(key: string): readonly Saying[];
  /** Tells that something below is wrong; `sentence` goes on after its name. */
  wrong(below: ConfigPath, sentence: string): void;
}

export interface Surroundings {
  /** The paths of the contract's collections. */
  readonly collections: readonly string[];
  readonly tell: (path: ConfigPath, sentence: string) => void;
}

const nothing: Template = { kind: 'constant', value: undefined };

export function sayingOf(value: JsonObject, path: ConfigPath, surroundings: Surroundings): Saying {
  const { collections, tell } = surroundings;

  function read(member: unknown, below: ConfigPath): Template {
    const template = templateOf(member);
    if (!isUnreadable(template)) return template;
    wrong(below, `is ${JSON.stringify(template.text)}, which is no value. Write ${wantedExpression}.`);
    return nothing;
  }

  function wrong(below: ConfigPath, sentence: string): void {
    const at = [...path, ...below];
    tell(at, `${nameOf(at)} ${sentence}`);
  }

  const eachOf = (member: unknown, below: ConfigPath): readonly Template[] =>
    Array.isArray(member) ? itemsOf(member).map((one, index) => read(one, [...below, index])) : [read(member, below)];

  const members = <Value>(key: string, make: (member: unknown, below: ConfigPath) => Value): Record<string, Value> => {
    const stated = value[key];
    if (!isObject(stated)) return {};
    return Object.fromEntries(Object.entries(stated).map(([name, member]) => [name, make(member, [key, name])]));
  };

  return {
    value,
    wrong,
    text: (key) => (typeof value[key] === 'string' ? value[key] : undefined),
    collection(key) {
      const stated = String(value[key]);
      if (!collections.includes(stated)) {
        const near = suggest(stated, collections);
        const remedy = near ? `Did you mean "${near}"?` : `There are ${collections.slice(0, 8).join(', ') || 'none'}.`;
        wrong([key], `is "${stated}", which is no collection of this description. ${remedy}`);
      }
      return stated;
    },
    template: (key) => read(value[key], [key]),
    assignments: (key) => members(key, read),
    conditions: (key) => members(key, eachOf),
    values: (key) => (value[key] === undefined ? undefined : eachOf(value[key], [key])),
    list: (key) =>
      itemsOf(value[key])
        .filter(isObject)
        .map((item, index) => sayingOf(item, [...path, key, index], surroundings)),
  };
}
