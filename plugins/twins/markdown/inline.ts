/** Text as one line of Markdown in which nothing means anything but itself. */
export function plainText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(/[\\`*[\]<>|~]|&(?=#?\w{1,32};)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);
}

/** A code span (CommonMark §6.1): its fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  if (line === '') return '` `';
  const ticks = '`'.repeat(longestRun(line, '`') + 1);
  const space = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${ticks}${space}${line}${space}${ticks}`;
}

/** An inline link; the address cannot end it. */
export function link(text: string, href: string): string {
  const address = href.replace(/[\s<>()\\]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
  return `[${plainText(text)}](${address})`;
}

/** A code block (CommonMark §4.5): its fence is longer than any run of backticks in it. */
export function fence(text: string, language = ''): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${ticks}${/^[\w#+.-]+$/.test(language) ? language : ''}\n${text.replace(/\n$/, '')}\n${ticks}`;
}

/** Every line but the empty ones, moved to the right by `spaces`. */
export function indent(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}

function longestRun(text: string, sign: string): number {
  let longest = 0;
  for (const run of text.match(new RegExp(`${sign}+`, 'g')) ?? []) longest = Math.max(longest, run.length);
  return longest;
}
