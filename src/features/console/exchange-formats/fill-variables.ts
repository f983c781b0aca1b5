import { OPEN_VALUE } from './foreign-request';
import { longestFilled } from './limits';

const MOST_ROUNDS = 8;
const VARIABLE = new RegExp(OPEN_VALUE, 'g');

/**
 * A text with the variables of its file filled in, also those within values. What has no value stays as `{{name}}`; so does what names
 * itself, and all of a text that would grow beyond `longestFilled`.
 */
export function fillVariables(text: string, variables: ReadonlyMap<string, string>): string {
  let filled = text;
  for (let round = 0; round < MOST_ROUNDS && filled.includes('{{'); round += 1) {
    const next = replaced(filled, variables);
    if (next === null) return text;
    if (next === filled) break;
    filled = next;
  }
  return filled;
}

/** Null where it would be too long. */
function replaced(text: string, variables: ReadonlyMap<string, string>): string | null {
  let length = text.length;
  for (const [mark, name = ''] of text.matchAll(VARIABLE)) length += (variables.get(name) ?? mark).length - mark.length;
  if (length > longestFilled) return null;
  return text.replace(VARIABLE, (mark, name: string) => variables.get(name) ?? mark);
}
