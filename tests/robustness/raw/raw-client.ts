import { connect, type Socket } from 'node:net';

/** What came back over one connection. */
export interface Talk {
  /** Each answer's status, in its order. */
  readonly statuses: readonly number[];
  readonly text: string;
  /** Whether the server ended the connection. */
  readonly isClosed: boolean;
}

/** Nothing more comes after so long; what is waited for comes much faster. */
const QUIET_MILLISECONDS = 400;
const PATIENCE_MILLISECONDS = 8000;

/**
 * Sends bytes as they are, where a client library would tidy them up, and gives what comes: until the server ends the connection, or
 * has said something and then nothing for a while.
 */
export function talk(port: number, ...pieces: readonly (string | Buffer)[]): Promise<Talk> {
  return new Promise((resolve, reject) => {
    let text = '';
    let quiet: NodeJS.Timeout | undefined;
    const socket = connect(port, '127.0.0.1');
    const done = (isClosed: boolean) => {
      clearTimeout(quiet);
      socket.destroy();
      resolve({
        statuses: [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, code]) => Number(code)),
        text,
        isClosed,
      });
    };
    socket.on('connect', () => void writeAll(socket, pieces));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      clearTimeout(quiet);
      quiet = setTimeout(() => done(false), QUIET_MILLISECONDS);
    });
    socket.on('close', () => done(true));
    // A reset by a server that had enough is an end, too.
    socket.on('error', () => done(true));
    socket.setTimeout(PATIENCE_MILLISECONDS, () => reject(new Error(`Nothing came for ${PATIENCE_MILLISECONDS} ms.`)));
  });
}

async function writeAll(socket: Socket, pieces: readonly (string | Buffer)[]): Promise<void> {
  for (const piece of pieces) {
    if (!socket.writable) return;
    await new Promise<void>((written) => socket.write(piece, () => written()));
  }
}

/** A request head, its lines ended as they should be, with the empty line. */
export function head(...lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n\r\n`;
}
