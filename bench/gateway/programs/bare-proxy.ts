import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

/** What a gateway costs that does nothing: `node:http` in front, undici behind, the streams of one into the other. */
const [upstream = ''] = process.argv.slice(2);
const pool = new Pool(upstream, { connections: 64 });
const ofThisHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host']);

const server = createServer((request, response) => {
  const { method = 'GET', url = '/', headers } = request;
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofThisHop.has(name)));
  pool
    .request({ method, path: url, headers: kept, body: method === 'GET' ? null : request })
    .then(({ statusCode, headers: answered, body }) => {
      for (const name of ofThisHop) delete answered[name];
      response.writeHead(statusCode, answered);
      body.on('error', () => response.destroy()).pipe(response);
    })
    .catch(() => response.writeHead(502).end());
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('disconnect', () => process.exit(0));
