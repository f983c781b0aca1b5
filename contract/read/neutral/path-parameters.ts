import type { Parameter } from '../../model.ts';
import type { Reading } from './reading.ts';

/** The names in a path template: `/offers/{id}` → `id` (3.1 §4.8.8). */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

/** Makes template and parameters agree, for a request cannot be built otherwise. */
export function agreeWithTemplate(
  reading: Reading,
  path: string,
  parameters: readonly Parameter[],
  pointer: string,
): Parameter[] {
  const names = templateNames(path);
  const kept = parameters.filter((parameter) => {
    if (parameter.in !== 'path' || names.includes(parameter.name)) return true;
    reading.warn(
      pointer,
      `the path has no {${parameter.name}}, which the path parameter "${parameter.name}" needs; the parameter is left out.`,
    );
    return false;
  });
  const missing = new Set(
    names.filter((name) => !kept.some((parameter) => parameter.in === 'path' && parameter.name === name)),
  );
  for (const name of missing) {
    reading.warn(pointer, `the path parameter {${name}} is not declared; it is added as text.`);
    kept.push(textParameter(name, pointer));
  }
  return kept;
}

function textParameter(name: string, pointer: string): Parameter {
  return {
    name,
    in: 'path',
    required: true,
    deprecated: false,
    schema: { type: 'string' },
    style: 'simple',
    explode: false,
    allowReserved: false,
    examples: [],
    pointer,
  };
}
