/** A text with its selection, as a textarea holds it. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replace `from`–`to` by `insert`, and select what then stands at `start`–`end`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

const step = '  ';

/** Tab: two spaces at the caret, or before every selected line. */
export function indent({ text, start, end }: Selected): TextEdit {
  if (!text.slice(start, end).includes('\n')) {
    const after = start + step.length;
    return { from: start, to: end, insert: step, start: after, end: after };
  }
  return overLines({ text, start, end }, (line) => step + line);
}

/** Shift+Tab: up to two spaces less before every line that the selection touches. */
export function outdent(selected: Selected): TextEdit {
  return overLines(selected, (line) => line.replace(/^ {1,2}|^\t/, ''));
}

/** Enter: the next line starts where this one does, deeper after an opening bracket. */
export function breakLine({ text, start, end }: Selected): TextEdit {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const opens = /[[{]\s*$/.test(line);
  const closes = opens && /^[\]}]/.test(text.slice(end));
  const insert = `\n${margin}${opens ? step : ''}`;
  const caret = start + insert.length;
  return { from: start, to: end, insert: closes ? `${insert}\n${margin}` : insert, start: caret, end: caret };
}

function overLines({ text, start, end }: Selected, change: (line: string) => string): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', Math.max(start, end - 1));
  const to = nextBreak === -1 ? text.length : nextBreak;
  const lines = text.slice(from, to).split('\n');
  const changed = lines.map(change);
  const insert = changed.join('\n');
  const firstShift = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const shift = insert.length - (to - from);
  return { from, to, insert, start: Math.max(from, start + firstShift), end: Math.max(from, end + shift) };
}
