import { readable } from './readable';
import { startOfKind } from './start-json';

/** What stands there as another type, where it can be: 5 as text is "5". */
export function ofKind(kind: string, json: string | null): string {
  const text = json === null || /^[[{]|^null$/.test(json) ? '' : readable(json);
  if (kind === 'string') return JSON.stringify(text);
  if (kind === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return text;
  if (kind === 'boolean' && text === 'true') return text;
  return startOfKind(kind);
}
