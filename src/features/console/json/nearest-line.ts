import { lineOfPointer } from './scan-json';

/** The 1-based line of the pointer's value, or of what stands around it: a missing member has no line of its own. */
export function nearestLine(text: string, pointer: string): number {
  for (let place = pointer; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const line = lineOfPointer(text, place);
    if (line !== null) return line;
  }
  return 1;
}

/** Where a 1-based line begins and ends in the text, without its line break. */
export function rangeOfLine(text: string, line: number): readonly [start: number, end: number] {
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((length, one) => length + one.length + 1, 0);
  const end = text.indexOf('\n', start);
  return [start, end === -1 ? text.length : end];
}
