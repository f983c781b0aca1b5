import { createServer, type Server, type ServerResponse } from 'node:http';
import type { DevReference } from '../../plugins/reference/dev/dev-reference.ts';

/** Where pages hear of changed descriptions (src/features/reference/data/use-release.ts). */
const RELEASES = '/reference/releases.events';

/** Answers for the reference's data files in development, and tells pages of changes by server-sent events. */
export function referenceServer(reference: DevReference): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === RELEASES) return tellReleases(reference, response);
    const file = reference.file(pathname);
    const type = pathname.endsWith('.json') ? 'application/json' : 'text/yaml; charset=utf-8';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(file ?? '{}');
  });
}

/** HTML §9.2. The first event says what is there now: a page that was loaded before a restart finds out. */
function tellReleases(reference: DevReference, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' });
  const tell = (release: string) => response.write(`data: ${release}\n\n`);
  tell(reference.release());
  response.once('close', reference.onRelease(tell));
}
