import { isObject } from '../json-value.ts';
import { suggest } from './suggest.ts';

/** What a value of the configuration must be. */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'text'; readonly wanted: string; readonly accepts?: (value: string) => boolean }
  | { readonly kind: 'number'; readonly wanted: string; readonly accepts: (value: number) => boolean }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape; readonly least: number }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Member>> }
  /** An object whose keys are names that the adopter chooses. */
  | { readonly kind: 'names'; readonly of: Shape; readonly wanted: string; readonly accepts: (name: string) => boolean }
  /** An object whose members depend on its `by`. */
  | {
      readonly kind: 'variant';
      readonly by: string;
      readonly variants: Readonly<Record<string, Readonly<Record<string, Member>>>>;
    };

export interface Member {
  readonly shape: Shape;
  readonly required: boolean;
}

export type ConfigPath = readonly (string | number)[];

/** Something wrong in the configuration, at a path of it. */
export interface ConfigProblem {
  readonly path: ConfigPath;
  readonly sentence: string;
}

/** All that is wrong with a value, in its order. Pure. */
export function checkShape(value: unknown, shape: Shape, path: ConfigPath = []): ConfigProblem[] {
  const wrong = (wanted: string): ConfigProblem[] => [
    { path, sentence: `${nameOf(path)} must be ${wanted}, not ${describeValue(value)}.` },
  ];
  switch (shape.kind) {
    case 'any':
      return [];
    case 'switch':
      return typeof value === 'boolean' ? [] : wrong('true or false');
    case 'text':
      return typeof value === 'string' && (shape.accepts?.(value) ?? value.trim() !== '') ? [] : wrong(shape.wanted);
    case 'number':
      return typeof value === 'number' && shape.accepts(value) ? [] : wrong(shape.wanted);
    case 'choice':
      return shape.options.includes(value as string) ? [] : wrong(listOptions(shape.options));
    case 'list': {
      if (!Array.isArray(value)) return wrong('a list');
      if (value.length < shape.least) return [{ path, sentence: `${nameOf(path)} is empty. Add at least one.` }];
      return value.flatMap((item, index) => checkShape(item, shape.of, [...path, index]));
    }
    case 'object':
      return isObject(value) ? checkMembers(value, shape.members, path) : wrong('an object');
    case 'names': {
      if (!isObject(value)) return wrong('an object');
      return Object.entries(value).flatMap(([name, item]) => {
        const at = [...path, name];
        if (shape.accepts(name)) return checkShape(item, shape.of, at);
        return [{ path: at, sentence: `${nameOf(path)} has the name ${describeValue(name)}. Use ${shape.wanted}.` }];
      });
    }
    case 'variant': {
      if (!isObject(value)) return wrong('an object');
      const options = Object.keys(shape.variants);
      const chosen = value[shape.by];
      const members =
        typeof chosen === 'string' && Object.hasOwn(shape.variants, chosen) ? shape.variants[chosen] : undefined;
      if (!members) return checkShape(chosen, { kind: 'choice', options }, [...path, shape.by]);
      return checkMembers(
        value,
        { [shape.by]: { shape: { kind: 'choice', options }, required: true }, ...members },
        path,
      );
    }
  }
}

function checkMembers(
  value: Readonly<Record<string, unknown>>,
  members: Readonly<Record<string, Member>>,
  path: ConfigPath,
): ConfigProblem[] {
  const unknown = Object.keys(value)
    .filter((key) => !Object.hasOwn(members, key))
    .map((key) => ({ path: [...path, key], sentence: describeUnknown(key, Object.keys(members), path) }));
  const known = Object.entries(members).flatMap(([key, member]): ConfigProblem[] => {
    const at = [...path, key];
    if (value[key] !== undefined) return checkShape(value[key], member.shape, at);
    return member.required ? [{ path, sentence: `${nameOf(at)} is missing. Add it${hint(member.shape)}.` }] : [];
  });
  return [...unknown, ...known];
}

function describeUnknown(key: string, options: readonly string[], path: ConfigPath): string {
  const near = suggest(key, options);
  const where = path.length === 0 ? 'the configuration' : nameOf(path);
  const remedy = near ? `Did you mean "${near}"?` : `It knows ${options.map((option) => `"${option}"`).join(', ')}.`;
  return `${where} has no key "${key}". ${remedy}`;
}

function hint(shape: Shape): string {
  if (shape.kind === 'text' || shape.kind === 'number') return `: ${shape.wanted}`;
  if (shape.kind === 'choice') return `: ${listOptions(shape.options)}`;
  return '';
}

function listOptions(options: readonly string[]): string {
  return options.map((option) => `"${option}"`).join(' or ');
}

/** `apis[0].versions[1].id`, as one would write it in the program. */
export function nameOf(path: ConfigPath): string {
  if (path.length === 0) return 'the configuration';
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

function describeValue(value: unknown): string {
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
