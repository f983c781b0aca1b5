import type { GivenValues } from '../../../../contract/embedded-operation';
import type { SavedValues } from './saved-values';

/** What a guide gives, with each `{{name}}` that is known in its place; a body of JSON stays JSON. */
export function fillNames({ parameters, body }: GivenValues, saved: SavedValues): GivenValues {
  const filled = Object.entries(parameters).map(([key, text]) => [key, inText(text, saved)] as const);
  return {
    parameters: Object.fromEntries(filled),
    ...(body !== undefined && { body: inBody(body, saved) }),
  };
}

/** As one writes it in text: a string without its quotes. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const NAMED = /\{\{(\w+)\}\}/g;

function inText(text: string, saved: SavedValues): string {
  return text.replace(NAMED, (written, name: string) => (Object.hasOwn(saved, name) ? asText(saved[name]) : written));
}

/** `"{{count}}"` alone is the value itself, a number say; within a longer text it is text. */
function inBody(body: string, saved: SavedValues): string {
  const isJson = /^\s*[[{"]/.test(body);
  if (!isJson) return inText(body, saved);
  return body
    .replace(/"\{\{(\w+)\}\}"/g, (written, name: string) =>
      Object.hasOwn(saved, name) ? JSON.stringify(saved[name]) : written,
    )
    .replace(NAMED, (written, name: string) =>
      Object.hasOwn(saved, name) ? JSON.stringify(asText(saved[name])).slice(1, -1) : written,
    );
}
