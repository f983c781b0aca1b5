import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';

/** Listens, and returns the address to open in a browser. */
export async function listen(app: FastifyInstance, { host, port }: Pick<Settings, 'host' | 'port'>): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw new StartError(sentence((error as NodeJS.ErrnoException).code, host, port, error), { cause: error });
  }
  const { port: bound } = app.server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${bound}`;
}

function sentence(code: string | undefined, host: string, port: number, error: unknown): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program. End that program, or set PORT to another number; 0 takes a free one.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is "${host}", which is no address of this machine. Set it to localhost, or to 0.0.0.0 to be reached from others.`;
    default:
      return `The service cannot listen on ${host}:${port} (${(error as Error).message}). Set HOST and PORT to where it can.`;
  }
}
