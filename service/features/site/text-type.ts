import { extname } from 'node:path';

/** The media types of the files that are text, and so worth compressing; `text/markdown` is RFC 7763's. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.yaml': 'text/yaml; charset=utf-8',
};

/** The media type of a file that may be sent compressed; undefined for all others. */
export function textType(file: string): string | undefined {
  return TEXT_TYPES[extname(file)];
}
