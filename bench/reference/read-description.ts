import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']);

export interface RawOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  description?: string;
}

export interface RawDescription {
  readonly paths?: Record<string, Record<string, RawOperation | undefined>>;
  readonly webhooks?: Record<string, Record<string, RawOperation | undefined>>;
  readonly 'x-webhooks'?: RawDescription['webhooks'];
}

/** An OpenAPI file as it is, JSON or YAML. */
export async function readDescription(file: string): Promise<RawDescription> {
  const text = await readFile(file, 'utf8');
  return (file.endsWith('.json') ? JSON.parse(text) : parse(text)) as RawDescription;
}

/** Its operations, in order; with its webhooks last. */
export function operationsOf({ paths, webhooks, 'x-webhooks': older }: RawDescription): RawOperation[] {
  return [paths, webhooks, older].flatMap((items) =>
    Object.values(items ?? {}).flatMap((item) =>
      Object.entries(item).flatMap(([key, value]) => (value && METHODS.has(key) ? [value] : [])),
    ),
  );
}

/** Gives the operation in the middle another text, and gives it back: the first one's text may stand on other pages. */
export function changeOneOperation(description: RawDescription, text: string): RawOperation {
  const operations = operationsOf({ paths: description.paths });
  const operation = operations[Math.floor(operations.length / 2)];
  if (!operation) throw new Error('The description has no operation to change.');
  operation.description = text;
  return operation;
}
