import type { GivenValues } from '../../contract/embedded-operation.ts';
import type { Contract, Operation } from '../../contract/model.ts';
import { validatorFor } from '../../contract/validate/index.ts';
import type { Plain } from './plain-value.ts';
import { orRather } from './or-rather.ts';

export interface ReadValues {
  readonly given: GivenValues;
  /** The names within `{{…}}`. */
  readonly named: readonly string[];
  readonly faults: readonly string[];
}

const NAMED = /\{\{(\w+)\}\}/g;

/**
 * `values={{ limit: 2, body: { … } }}`: parameters by name (`'query:limit'` where two have one name), and the body. Each must be one of the
 * contract's and as it says, unless the guide shows on purpose what happens otherwise.
 */
export function readValues(
  written: Plain | undefined,
  contract: Contract,
  operation: Operation,
  { isWrongOnPurpose }: { readonly isWrongOnPurpose: boolean },
): ReadValues {
  const faults: string[] = [];
  const parameters: Record<string, string> = {};
  let body: string | undefined;
  if (written !== undefined && !isObject(written)) faults.push('"values" is an object: values={{ limit: 2 }}.');
  for (const [name, value] of isObject(written) ? Object.entries(written) : []) {
    const parameter = operation.parameters.find((one) => one.name === name || `${one.in}:${one.name}` === name);
    if (parameter) {
      parameters[`${parameter.in}:${parameter.name}`] = asTyped(value);
      faults.push(...wrongWith(name, value, parameter.schema, contract, isWrongOnPurpose));
    } else if (name === 'body' && operation.requestBody) {
      body = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
      const [media] = operation.requestBody.content;
      const schema = typeof value === 'object' ? media?.schema : undefined;
      faults.push(...wrongWith(name, value, schema, contract, isWrongOnPurpose));
    } else {
      const known = [...operation.parameters.map((one) => one.name), ...(operation.requestBody ? ['body'] : [])];
      faults.push(`${operation.id} takes no "${name}"${orRather(name, known)}`);
    }
  }
  const texts = [...Object.values(parameters), ...(body === undefined ? [] : [body])];
  const named = texts.flatMap((text) => Array.from(text.matchAll(NAMED), ([, name = '']) => name));
  return { given: { parameters, ...(body !== undefined && { body }) }, named: [...new Set(named)], faults };
}

function wrongWith(
  name: string,
  value: Plain,
  schema: Parameters<ReturnType<typeof validatorFor>['validate']>[0] | undefined,
  contract: Contract,
  isWrongOnPurpose: boolean,
): string[] {
  if (schema === undefined || isWrongOnPurpose) return [];
  return validatorFor(contract)
    .validate(schema, value, 'request')
    .filter(({ pointer }) => !isNamed(at(value, pointer)))
    .map(
      ({ pointer, message }) => `${name}${pointer} ${message}. Is it wrong on purpose? Then write "wrong" beside it.`,
    );
}

/** What stands for a value that is not there yet cannot be checked. */
const isNamed = (value: Plain | undefined) => typeof value === 'string' && value.search(NAMED) !== -1;

function at(value: Plain, pointer: string): Plain | undefined {
  let inside: unknown = value;
  for (const key of pointer.split('/').slice(1)) {
    inside = (inside as Record<string, unknown> | null | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return inside as Plain | undefined;
}

function asTyped(value: Plain): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: Plain | undefined): value is Readonly<Record<string, Plain>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
