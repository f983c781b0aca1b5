import { problem, type ForeignRequest, type Reading } from '../foreign-request';
import { readArguments, type CurlArgument } from './curl-arguments';
import { curlRequest } from './curl-request';
import { shellCommands } from './shell-commands';
import { shellWords } from './shell-words';
import { fromPowerShell, fromWindowsCommand } from './windows-command';

/** Whether a text is meant as a curl command. */
export function looksLikeCurl(text: string): boolean {
  return /(?:^|[\s;&|(/\\])curl(?:\.exe)?(?:\s|$)/m.test(text.slice(0, 200_000));
}

/**
 * The requests of curl commands, as one copies them from a terminal, a guide or a browser. Nothing of the text is run. A command that
 * is not understood is a problem that names the word; further commands are further requests, and so is what stands behind `--next`.
 */
export function readCurl(given: string): Reading {
  const text = given.replace(/\r\n/g, '\n').replace(/^\s*[$%>]\s+(?=curl)/gm, '');
  const words = shellWords(fromWindowsCommand(text) ?? fromPowerShell(text) ?? text);
  if (words.kind === 'problem') return problem(words.sentence, words.remedy);
  const requests: ForeignRequest[] = [];
  for (const { words: command, input, hasInputFile } of shellCommands(words.tokens)) {
    const start = command.findIndex((word) => /^(?:.*[/\\])?curl(?:\.exe)?$/.test(word));
    if (start < 0 || start > 3) continue;
    const args = readArguments(command.slice(start + 1));
    if (args.kind === 'problem') return args;
    for (const part of splitAtNext(args.list)) {
      const request = curlRequest(part, hasInputFile ? null : input);
      if ('kind' in request) return request;
      requests.push(request);
    }
  }
  if (requests.length > 0) return { kind: 'requests', format: 'curl', requests };
  return problem('There is no curl command in this text.', 'A command begins with the word curl.');
}

function splitAtNext(args: readonly CurlArgument[]): readonly (readonly CurlArgument[])[] {
  const parts: CurlArgument[][] = [[]];
  for (const argument of args) {
    if (argument.option === 'next') parts.push([]);
    else parts.at(-1)?.push(argument);
  }
  return parts.filter((part) => part.length > 0);
}
