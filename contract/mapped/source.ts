/** A place in a request that feeds a variable or a field: `path.id`, `query.limit`, `body`, `body.owner.name`. */
export interface MappedSource {
  readonly room: 'path' | 'query' | 'body';
  /** A parameter's name alone, which may have dots; the names that lead into a body, none for all of it. */
  readonly members: readonly string[];
}

/** Undefined where the text names no such place. */
export function parseSource(text: string): MappedSource | undefined {
  const [, room, rest = ''] = /^(path|query|body)(?:\.(.+))?$/s.exec(text) ?? [];
  if (room === 'body') return { room, members: rest === '' ? [] : rest.split('.') };
  if ((room !== 'path' && room !== 'query') || rest === '') return undefined;
  return { room, members: [rest] };
}

export function sourceText({ room, members }: MappedSource): string {
  return [room, ...members].join('.');
}

/** Whether what one names is, or holds, what the other names. */
export function covers(outer: MappedSource, inner: MappedSource): boolean {
  return outer.room === inner.room && outer.members.every((name, index) => inner.members[index] === name);
}
