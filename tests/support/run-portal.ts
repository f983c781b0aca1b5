import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PROGRAM = path.resolve(import.meta.dirname, '../..');

export interface RunningPortal {
  readonly origin: string;
  /** Ends the service with SIGTERM and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the built portal as a process of its own, on a free port with an empty data folder.
 * Rejects with what the service printed when it does not start.
 */
export async function runPortal(environment: Readonly<Record<string, string>> = {}): Promise<RunningPortal> {
  const data = await mkdtemp(path.join(tmpdir(), 'portolan-e2e-'));
  const child = spawn(process.execPath, [path.join(PROGRAM, 'service/main.ts')], {
    cwd: PROGRAM,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORTAL_DATA: data, PORT: '0', LOG_LEVEL: 'info', ...environment },
  });
  const origin = await addressOf(child);
  return {
    origin,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const look = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (address) resolve(address);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) => reject(new Error(`The service ended with ${code} before it listened:\n${printed}`)));
  });
}
