import path from 'node:path';

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Something that the person at the keyboard can mend: one sentence on what is wrong and one on what to do, behind the
 * place where it is (`openapi/x.yaml:12:5: …`). Its stack is of no use to anybody and is never shown.
 */
export class PortalError extends Error {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;

  constructor(sentence: string, place?: Place) {
    super(place ? `${describePlace(place)}: ${sentence}` : sentence);
    this.name = 'PortalError';
    this.file = place?.file;
    this.line = place?.line;
    this.column = place?.column;
  }
}

/** Several findings at once: a line each. The place is that of the first. */
export function gatherErrors(errors: readonly [PortalError, ...PortalError[]]): PortalError {
  const [first] = errors;
  if (errors.length === 1) return first;
  const gathered = new PortalError(errors.map((error) => error.message).join('\n'));
  return Object.assign(gathered, { file: first.file, line: first.line, column: first.column });
}

/** `openapi/x.yaml:12:5`, relative to the working directory where the file is below it. */
export function describePlace({ file, line, column }: Place): string {
  const relative = path.relative('', file);
  const shown = relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
  return [shown, line, column].filter((part) => part !== undefined).join(':');
}
