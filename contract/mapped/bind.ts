import type { Contract, Operation } from '../model.ts';
import type { ConfigPath, ConfigProblem } from '../read/portal/shape.ts';
import { suggest } from '../read/portal/suggest.ts';
import { findOffered, type Offered, offeredBy } from './offered.ts';
import { covers, type MappedSource, parseSource, sourceText } from './source.ts';

/** What the upstream's call takes: a variable of a document, or a field of a message. */
export interface Target {
  readonly name: string;
  /** What a parameter or a member may be called to feed it without being told to. */
  readonly aliases: readonly string[];
  /** Whether the call is wrong without it. */
  readonly required: boolean;
}

export interface Binding {
  /** A variable's name, or the path of a field. */
  readonly target: string;
  readonly source: MappedSource;
}

export interface BindingRequest {
  readonly contract: Contract;
  readonly operation: Operation;
  /** What the configuration says, by target. */
  readonly named: Readonly<Record<string, string>>;
  readonly unused: readonly string[];
  readonly targets: readonly Target[];
  /** What is wrong with a named target; undefined where it exists. */
  readonly describeUnknown: (target: string) => string | undefined;
  /** `variable` or `field`, and the configuration's key for them. */
  readonly words: { readonly target: string; readonly key: 'variables' | 'fields' };
  /** The operation's mapping in the configuration. */
  readonly path: ConfigPath;
}

/**
 * Decides what feeds what: as the configuration names it, then by equal names. Nothing of a request is dropped without a word, and nothing
 * that the call needs is left empty. Pure.
 */
export function bind(request: BindingRequest): { bindings: readonly Binding[]; problems: readonly ConfigProblem[] } {
  const { contract, operation, words, path } = request;
  const problems: ConfigProblem[] = [];
  const offered = offeredBy(contract, operation);
  const bindings: (Binding & { readonly offered: Offered })[] = [];
  const known = (text: string, at: ConfigPath): Offered | undefined => {
    const source = parseSource(text);
    const found = source && findOffered(contract, operation, source);
    if (!found) problems.push({ path: at, sentence: describeSource(text, operation, offered) });
    return found;
  };
  for (const [target, text] of Object.entries(request.named)) {
    const at = [...path, words.key, target];
    const unknown = request.describeUnknown(target);
    const found = known(text, at);
    if (unknown !== undefined) problems.push({ path: at, sentence: unknown });
    else if (found) bindings.push({ target, source: found.source, offered: found });
  }
  const unused = request.unused.flatMap((text, index) => known(text, [...path, 'unused', index]) ?? []);
  // What is mistyped would otherwise be told a second time, as missing.
  if (problems.length > 0) return { bindings: [], problems };
  const isTaken = ({ source }: Offered) =>
    [...bindings, ...unused].some((each) => covers(each.source, source) || covers(source, each.source));
  for (const target of request.targets) {
    if (bindings.some((each) => each.target === target.name || each.target.startsWith(`${target.name}.`))) continue;
    const same = offered.find((each) => target.aliases.includes(each.source.members.at(-1) ?? '') && !isTaken(each));
    if (same) bindings.push({ target: target.name, source: same.source, offered: same });
    else if (target.required) problems.push({ path, sentence: unfed(target.name, request) });
  }
  for (const { target, offered: each } of bindings) {
    const isNeeded = request.targets.some(({ name, required }) => name === target && required);
    if (isNeeded && !each.required) problems.push({ path, sentence: mayBeMissing(target, each, request) });
  }
  for (const each of offered.filter((one) => !isTaken(one))) problems.push({ path, sentence: idle(each, request) });
  return { bindings: bindings.map(({ target, source }) => ({ target, source })), problems };
}

function describeSource(text: string, { id }: Operation, offered: readonly Offered[]): string {
  const options = offered.map(({ source }) => sourceText(source));
  const near = suggest(text, options);
  const list = options.length === 0 ? 'It takes nothing.' : `It takes ${options.slice(0, 10).join(', ')}.`;
  return `"${text}" is nothing that ${id} takes. ${near ? `Did you mean "${near}"?` : list}`;
}

function unfed(target: string, { operation, words }: BindingRequest): string {
  return `the ${words.target} "${target}" is needed, and nothing of ${operation.id} is called so. Name what it is under "${words.key}".`;
}

function mayBeMissing(target: string, { source }: Offered, { operation, words }: BindingRequest): string {
  return `the ${words.target} "${target}" is needed, and a request of ${operation.id} may come without ${sourceText(source)}. Give it a default, or let the contract require it.`;
}

function idle({ source }: Offered, { operation, words }: BindingRequest): string {
  const text = sourceText(source);
  return `${operation.id} takes ${text}, and nothing is done with it. Name it under "${words.key}", or under "unused".`;
}
