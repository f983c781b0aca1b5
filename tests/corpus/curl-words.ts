/** The words of a command as our samples quote them: in single quotes, a quote as `'\''`; a backslash at a line's end goes on. */
export function readCurlWords(command: string): readonly string[] {
  const words = command.match(/(?:'[^']*'|\\[^\n]|[^\s'\\])+/g) ?? [];
  return words.map((word) =>
    word.replaceAll(/'([^']*)'|\\(.)/g, (_whole, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );
}
