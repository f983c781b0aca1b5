import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What an upstream does to a request for `/things/{name}`; bytes come as they are written here. */
export type Fault = (socket: Socket) => void;

export interface FaultyUpstream {
  readonly port: number;
  readonly open: () => number;
  /** How often each was asked for. */
  readonly asked: (name: string) => number;
  close(): Promise<void>;
}

const crlf = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\n`;
export const jsonHead = (...lines: readonly string[]) =>
  crlf('HTTP/1.1 200 OK', 'Content-Type: application/json', ...lines);
export const okAnswer = `${jsonHead('Content-Length: 2')}{}`;

/** A TCP server that answers by the last segment of the path, and `{}` where it knows none; connections are kept. */
export async function faultyUpstream(faults: Readonly<Record<string, Fault>>): Promise<FaultyUpstream> {
  const sockets = new Set<Socket>();
  const asked = new Map<string, number>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    let head = '';
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      // One request at a time comes over a connection.
      if (!head.includes('\r\n\r\n')) return;
      const name = /^[A-Z]+ \/things\/([^ ?]+)/.exec(head)?.[1] ?? '';
      head = '';
      asked.set(name, (asked.get(name) ?? 0) + 1);
      const fault = faults[name];
      if (fault) fault(socket);
      else socket.write(okAnswer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    open: () => sockets.size,
    asked: (name) => asked.get(name) ?? 0,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Writes one byte after the other, each so many milliseconds after the last, over and over. */
export function drip(socket: Socket, text: string, everyMs: number): void {
  let at = 0;
  const timer = setInterval(() => socket.write(text.charAt(at++ % text.length)), everyMs);
  socket.once('close', () => clearInterval(timer));
}
