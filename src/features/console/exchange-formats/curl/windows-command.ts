/**
 * A command of Windows' `cmd` as a POSIX shell would have it: a caret before a line's end goes on, before anything else it is taken away; quotes
 * are double ones, in which `\"` is a quote and `\` nothing else. Null where the text is none.
 */
export function fromWindowsCommand(text: string): string | null {
  const isCaret = /^[^'\n]*\^\r?\n/.test(text) || /^\s*curl(?:\.exe)?\s+(?:[^'"\n]*\s)?\^"/.test(text);
  if (!isCaret) return null;
  // A caret, a line's end and a second one are a line's end of the text, as browsers copy it.
  const bare = text
    .replace(/\r\n/g, '\n')
    .replace(/\^\n\n/g, '\uE000')
    .replace(/\^\n/g, ' ')
    .replace(/\^([^])/g, '$1');
  return bare
    .replace(/"((?:[^"\\]|\\[^]|"")*)"/g, (_quoted, inside: string) => posixQuoted(inside))
    .replaceAll('\uE000', '\n');
}

function posixQuoted(inside: string): string {
  const text = inside
    .replaceAll('""', '"')
    .replace(/(\\+)"/g, (_run, slashes: string) => `${'\\'.repeat(Math.floor(slashes.length / 2))}"`)
    .replaceAll('%%', '%');
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** PowerShell goes on behind a backtick. */
export function fromPowerShell(text: string): string | null {
  const [first = ''] = text.split('\n');
  const isOpen = (first.match(/'/g)?.length ?? 0) % 2 === 1;
  return /`\s*$/.test(first) && !isOpen ? text.replace(/`\r?\n/g, ' ') : null;
}
