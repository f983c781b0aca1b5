/**
 * The files, relative to the site's folder, that an address may mean, likeliest first; none where the address must not
 * lead to a file: a part that begins with a dot, a part that climbs, a character that no file name has.
 */
export function candidateFiles(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  if (path.includes('\0') || path.includes('\\') || parts.some((part) => part.startsWith('.'))) return [];
  const file = parts.join('/');
  if (file === '') return ['index.html'];
  const pages = [`${file}/index.html`, `${file}.html`];
  return path.endsWith('/') ? pages : [file, ...pages];
}

/** The Markdown twin of the page that one of these files may be: `docs/start/index.html` → `docs/start.md`. */
export function twinFile(files: readonly string[]): string[] {
  const page = files.find((file) => file.endsWith('.html'));
  if (page === undefined) return [];
  return [page === 'index.html' ? 'index.md' : page.replace(/(?:\/index)?\.html$/, '.md')];
}

const year = 365 * 24 * 60 * 60;

/**
 * Files whose names hold a hash of their content never change; everything else is asked for again each time, and
 * answered with 304 where it is the same (RFC 9111 §5.2.2.4, RFC 8246).
 */
export function cacheControl(file: string): string {
  return isNamedByContent(file) ? `public, max-age=${year}, immutable` : 'no-cache';
}

/** Whether a file's name holds a hash of its content. */
export function isNamedByContent(file: string): boolean {
  return file.startsWith('assets/');
}
