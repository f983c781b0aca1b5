import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const ENDINGS = ['', '.html', '/index.html'];
const brotli = promisify(brotliCompress);

/** Serves a folder as a good static host does: `/page` is `page.html`, and everything is compressed by Brotli, once. */
export async function serveFolder(folder: string): Promise<{ origin: string; stop(): void }> {
  const compressed = new Map<string, { type: string; body: Buffer }>();
  const find = async (address: string) => {
    const kept = compressed.get(address);
    if (kept) return kept;
    for (const ending of ENDINGS) {
      const file = path.join(folder, path.normalize(`/${address}${ending}`));
      const content = await readFile(file).catch(() => null);
      if (!content) continue;
      const params = { [constants.BROTLI_PARAM_QUALITY]: file.endsWith('.html') ? 5 : 9 };
      const found = {
        type: TYPES[path.extname(file)] ?? 'application/octet-stream',
        body: await brotli(content, { params }),
      };
      compressed.set(address, found);
      return found;
    }
    return null;
  };
  const server = createServer((request, response) => {
    void find(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)).then((found) => {
      if (!found) return response.writeHead(404).end();
      return response.writeHead(200, { 'content-type': found.type, 'content-encoding': 'br' }).end(found.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
