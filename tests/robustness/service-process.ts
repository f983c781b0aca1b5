import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const program = resolve(import.meta.dirname, '../..');

/** The real service in a process of its own. */
export interface ServiceProcess {
  readonly origin: string;
  readonly pid: number;
  /** From the start of the process to its first answer on `/readyz`. */
  readonly readyAfterMs: number;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/**
 * Starts `service/main.ts` on a free port with its data and build below `folder`, and waits until it is ready. Addresses of
 * clients are taken from `X-Forwarded-For`, so that one machine can stand for many. `environment` comes last. Rejects with what the
 * service said where it does not start.
 */
export async function startServiceProcess(
  folder: string,
  databaseUrl: string | undefined,
  environment: NodeJS.ProcessEnv = {},
): Promise<ServiceProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flagsOfStart(), join(program, 'service/main.ts')], {
    cwd: program,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      PORTAL_DATA: join(folder, 'data'),
      PORTAL_BUILD: join(folder, 'build'),
      DATABASE_URL: databaseUrl ?? '',
      LOG_LEVEL: 'error',
      TRUST_PROXY: 'true',
      ...environment,
    },
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  // Not `exit`, which may come before the last of what it said.
  const exited = once(child, 'close').then(([code, signal]) => {
    process.off('exit', endWithUs);
    return `code ${code}, signal ${signal}`;
  });
  let said = '';
  const origin = await new Promise<string>((listening, failed) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) listening(address);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then((how) => failed(new Error(`The service did not start (${how}): ${said}`)));
  });
  const ready = await fetch(`${origin}/readyz`);
  if (!ready.ok) throw new Error(`The service is not ready: ${await ready.text()}`);
  return {
    origin,
    pid: child.pid ?? 0,
    readyAfterMs: performance.now() - startedAt,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

/** What `npm start` hands to Node: `node --some-flag cli/start.ts` → `--some-flag`. */
function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
