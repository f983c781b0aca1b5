import type { ParameterView } from '../../../contract/reference-page';
import { fieldKind } from './request';

const byFormat: ReadonlyMap<string, string> = new Map([
  ['date', '2026-01-31'],
  ['date-time', '2026-01-31T09:00:00Z'],
  ['email', 'ada@example.com'],
  ['uri', 'https://example.com/'],
  ['uuid', '6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f'],
]);

/**
 * A text that lets a required field be sent where the contract gives no example: of its type and format, else its own
 * name, which also tells what belongs there.
 */
export function standIn(parameter: ParameterView): string {
  const field = fieldKind(parameter);
  switch (field.kind) {
    case 'choice':
      return field.choices[0] ?? '';
    case 'boolean':
      return 'true';
    case 'number':
      return '1';
    case 'json':
      return field.holds === 'array' ? '[]' : '{}';
    case 'text':
      return byFormat.get(parameter.schema.format ?? '') ?? parameter.name;
  }
}
