import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  /** By name, as it was sent, with every value. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface RecordingUpstream {
  readonly origin: string;
  /** What came, whole, in its order. */
  readonly seen: readonly SeenRequest[];
  /** Every byte that came, over all connections. */
  bytes(): string;
  /** How many requests have begun, and how many connections are open now. */
  readonly begun: () => number;
  readonly open: () => number;
  /** A path that ends so is never answered. */
  readonly silentPath: string;
  close(): Promise<void>;
}

/** An API that answers `{}` to everything, and keeps what it was sent, also what no library would show. */
export async function recordingUpstream(): Promise<RecordingUpstream> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let raw = '';
  let begun = 0;
  const server = createServer((request, response) => {
    begun += 1;
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', target: request.url ?? '', headers: pairsOf(request), body });
      if (request.url?.endsWith('/silent') !== true)
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('data', (chunk: Buffer) => (raw += chunk.toString('latin1')));
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    bytes: () => raw,
    begun: () => begun,
    open: () => sockets.size,
    silentPath: '/things/silent',
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function pairsOf({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}
