import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { aContract, anOperation, aResponse } from '../../../contract/model.fixture.ts';
import type { Contract } from '../../../contract/model.ts';

const json = (required = false) => ({
  required,
  content: [{ type: 'application/json', schema: { type: 'object' as const }, examples: [] }],
});

/** An API with the ways of sending and securing that matter on the way to an upstream. */
export const liveContract: Contract = {
  ...aContract([
    anOperation({
      id: 'getThing',
      path: '/things/{id}',
      responses: [aResponse('200', { type: 'object', required: ['id'] })],
    }),
    anOperation({
      id: 'makeThing',
      method: 'post',
      path: '/things',
      requestBody: json(),
      responses: [aResponse('201', true)],
    }),
    anOperation({ id: 'follow', path: '/events', responses: [] }),
    anOperation({
      id: 'upload',
      method: 'put',
      path: '/files/{id}',
      requestBody: { required: true, content: [{ type: 'application/octet-stream', schema: true, examples: [] }] },
      responses: [],
    }),
    anOperation({ id: 'both', path: '/both', responses: [], security: [{ app: [], bearer: [] }] }),
    anOperation({ id: 'inQuery', path: '/in-query', responses: [], security: [{ query: [] }] }),
    anOperation({ id: 'asBasic', path: '/as-basic', responses: [], security: [{ basic: [] }] }),
    anOperation({ id: 'inCookie', path: '/in-cookie', responses: [], security: [{ cookie: [] }] }),
    anOperation({ id: 'open', path: '/open', responses: [], security: [] }),
  ]),
  securitySchemes: {
    app: { type: 'apiKey', in: 'header', name: 'X-App' },
    bearer: { type: 'http', scheme: 'bearer' },
    query: { type: 'apiKey', in: 'query', name: 'api_key' },
    basic: { type: 'http', scheme: 'basic' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  },
};

export interface Listening {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

async function listening(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An API as a real HTTP server on a free port. */
export function upstreamServer(listener: RequestListener): Promise<Listening> {
  return listening(createHttpServer(listener));
}

/** An upstream that keeps the bytes that come, and says bytes of its own. */
export async function rawUpstream(
  onBytes: (socket: Socket, sofar: string) => void,
): Promise<Listening & { seen: () => string }> {
  let seen = '';
  const server = createServer((socket) => {
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1');
      onBytes(socket, seen);
    });
  });
  return { ...(await listening(server)), seen: () => seen };
}
