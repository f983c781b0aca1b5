import type { ErrorObject } from 'ajv';
import { escapeKey } from '../read/json-pointer.ts';
import { isObject, member } from '../read/json-value.ts';
import { describeError } from './finding-words.ts';
import type { SchemaCompiler } from './schema-compiler.ts';

/** One thing that is wrong with a value. */
export interface ValidationFinding {
  /** JSON pointer into the value; of the missing or unknown property itself, where it is one. */
  readonly pointer: string;
  /** In plain words, to stand behind the pointer: `is required`, `must be one of "a", "b"`. */
  readonly message: string;
  readonly expected?: string;
}

/** Said by what stands next to them: the branch's own errors. */
const silent = new Set(['if', 'discriminator']);

/**
 * ajv's errors as findings. Where no alternative of `oneOf` or `anyOf` fits, only the errors of the one that was meant
 * are told: the one that the discriminator names, else the nearest.
 */
export function toFindings(errors: readonly ErrorObject[], compiler: SchemaCompiler, at = ''): ValidationFinding[] {
  const findings: ValidationFinding[] = [];
  for (let index = errors.length - 1; index >= 0; index--) {
    const error = errors[index];
    if (!error || silent.has(error.keyword)) continue;
    if (error.keyword === 'oneOf' || error.keyword === 'anyOf') {
      const alternatives = checkAlternatives(error, compiler);
      // The errors of all branches stand right before the one that sums them up.
      index -= alternatives.errorCount;
      findings.unshift(...describeAlternatives(error, alternatives, compiler, at));
      continue;
    }
    const { extra, ...words } = describeError(error);
    findings.unshift({
      pointer: at + error.instancePath + (extra === undefined ? '' : `/${escapeKey(extra)}`),
      ...words,
    });
  }
  return findings;
}

interface Alternatives {
  readonly failed: readonly { readonly schema: unknown; readonly errors: readonly ErrorObject[] }[];
  readonly passing: number;
  readonly errorCount: number;
}

/** Looks at each branch on its own; that costs only where something is wrong. */
function checkAlternatives(error: ErrorObject, compiler: SchemaCompiler): Alternatives {
  const failed: { schema: unknown; errors: readonly ErrorObject[] }[] = [];
  let passing = 0;
  for (const branch of Array.isArray(error.schema) ? (error.schema as (object | boolean)[]) : []) {
    const validate = compiler.compileCopied(branch);
    if (validate(error.data)) passing++;
    else failed.push({ schema: branch, errors: [...(validate.errors ?? [])] });
    // ajv, too, stops at the second that fits.
    if (passing > 1) break;
  }
  return { failed, passing, errorCount: failed.reduce((sum, { errors }) => sum + errors.length, 0) };
}

function describeAlternatives(
  error: ErrorObject,
  { failed, passing }: Alternatives,
  compiler: SchemaCompiler,
  at: string,
): ValidationFinding[] {
  const pointer = at + error.instancePath;
  if (passing > 1) return [{ pointer, message: 'fits more than one of the alternatives, and must fit exactly one' }];
  const meant = failed.find(({ schema }) => isNamedByDiscriminator(error, schema, compiler));
  const discriminator = member(member(error.parentSchema, 'discriminator'), 'propertyName');
  if (!meant && typeof discriminator === 'string' && isObject(error.data) && error.data[discriminator] === undefined) {
    return [
      { pointer: `${pointer}/${escapeKey(discriminator)}`, message: 'is required: it tells which alternative this is' },
    ];
  }
  const chosen = meant ?? failed.toSorted((a, b) => distance(a.errors) - distance(b.errors))[0];
  if (!chosen) return [{ pointer, message: 'fits none of the alternatives' }];
  if (!meant && failed.every(({ errors }) => isOfAnotherType(errors))) {
    const types = failed.flatMap(({ errors }) => errors.flatMap(({ params }) => [params.type].flat().map(String)));
    const expected = [...new Set(types)].join(' or ');
    return [{ pointer, message: `must be of type ${expected}`, expected }];
  }
  return toFindings(chosen.errors, compiler, pointer);
}

function isNamedByDiscriminator(error: ErrorObject, schema: unknown, compiler: SchemaCompiler): boolean {
  const discriminator = member(error.parentSchema, 'discriminator');
  const property = member(discriminator, 'propertyName');
  const ref = compiler.refOf(String(member(schema, '$ref')));
  const value = typeof property === 'string' ? member(error.data, property) : undefined;
  if (ref === undefined || typeof value !== 'string') return false;
  const mapped = member(member(discriminator, 'mapping'), value);
  return typeof mapped === 'string' ? mapped === ref || ref.endsWith(`/${mapped}`) : ref.endsWith(`/${value}`);
}

function isOfAnotherType(errors: readonly ErrorObject[]): boolean {
  return errors.length === 1 && errors[0]?.keyword === 'type' && errors[0].instancePath === '';
}

/** How far a value is from a branch: a wrong type or constant at its root means that another one was meant. */
function distance(errors: readonly ErrorObject[]): number {
  return errors.reduce((sum, { keyword, instancePath }) => {
    if (keyword === 'type' && instancePath === '') return sum + 1000;
    return sum + (keyword === 'const' || keyword === 'enum' ? 10 : 1);
  }, 0);
}
