import type { IncomingHttpHeaders } from 'node:http';

/** Whether the reader already has what `etag` names (RFC 9110 §13.1.2, weak comparison; §13.1.3 where only a date is sent). */
export function isFresh(headers: IncomingHttpHeaders, etag: string, modified: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => bare(tag) === bare(etag));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // The header counts whole seconds.
  return Math.floor(modified.getTime() / 1000) * 1000 <= since;
}

const bare = (tag: string) => tag.trim().replace(/^W\//, '');
