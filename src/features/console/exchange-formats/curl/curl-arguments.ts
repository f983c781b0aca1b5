import { problem, type Reading } from '../foreign-request';
import { longOption, shortOption, takesValue, type CurlOption } from './curl-options';

/** An option with its value as it stands in the command; `name` is how it was written. */
export interface CurlArgument {
  readonly option: CurlOption;
  readonly name: string;
  readonly value: string;
}

type Problem = Extract<Reading, { kind: 'problem' }>;
export type ArgumentsReading = { readonly kind: 'arguments'; readonly list: readonly CurlArgument[] } | Problem;

/** The words behind `curl`, as curl's manual says: short options may stand together, and with their value (`-sXPOST`). */
export function readArguments(words: readonly string[]): ArgumentsReading {
  const list: CurlArgument[] = [];
  // From behind: taking the first of a long list costs as much as the list is long.
  const waiting = words.toReversed();
  let isPlain = false;
  for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
    if (isPlain || word === '-' || !word.startsWith('-')) list.push({ option: 'url', name: word, value: word });
    else if (word === '--') isPlain = true;
    else {
      const read = word.startsWith('--') ? readLong(word, waiting) : readShort(word, waiting);
      if ('kind' in read) return read;
      list.push(...read);
    }
  }
  return { kind: 'arguments', list };
}

function readLong(word: string, waiting: string[]): CurlArgument[] | Problem {
  const option = longOption(word.slice(2));
  if (option === undefined) return unknownOption(word);
  if (!takesValue(option)) return [{ option, name: word, value: '' }];
  const value = waiting.pop();
  return value === undefined ? lacksValue(word) : [{ option, name: word, value }];
}

function readShort(word: string, waiting: string[]): CurlArgument[] | Problem {
  const read: CurlArgument[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const name = `-${word[at] ?? ''}`;
    const option = shortOption(word[at] ?? '');
    if (option === undefined) return unknownOption(name === word ? word : `${name}” in “${word}`);
    if (!takesValue(option)) {
      read.push({ option, name, value: '' });
      continue;
    }
    const value = at + 1 < word.length ? word.slice(at + 1) : waiting.pop();
    if (value === undefined) return lacksValue(name);
    return [...read, { option, name, value }];
  }
  return read;
}

function unknownOption(name: string): Problem {
  return problem(
    `The option “${name}” is not one that the portal reads.`,
    'Take it out, with its value where it has one, where it does not change the request.',
  );
}

function lacksValue(name: string): Problem {
  return problem(`The option “${name}” ends the command, and its value is missing.`, 'Copy the whole command.');
}
