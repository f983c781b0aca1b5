import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Account, postgresPrograms } from './postgres-binaries.ts';

export interface PostgresServer {
  /** The address of one of its databases. */
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

const password = 'portolan';
const startDeadlineMs = 60_000;
/** Debian's and macOS's unprivileged user. */
const nobody: Account = { uid: 65_534, gid: 65_534 };

/**
 * A real PostgreSQL on a free port, its data in a temporary folder. With `fsync` off it is faster, and would not
 * survive a fall of the machine. It ends with this process, however this process ends.
 */
export async function startPostgres(options: { fsync: boolean }): Promise<PostgresServer> {
  const account = process.getuid?.() === 0 ? nobody : undefined;
  // Not os.tmpdir(): TMPDIR may lie where the account cannot go, and a socket's path may not be long.
  const folder = mkdtempSync('/tmp/portolan-postgres-');
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  try {
    const programs = await postgresPrograms(folder, account);
    initialise(programs, folder, account);
    return await serve(programs, folder, account, options.fsync);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL for the tests did not start: ${(cause as Error).message}`, { cause });
  }
}

function initialise(programs: string, folder: string, account: Account | undefined): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const result = spawnSync(
    join(programs, 'bin', 'initdb'),
    [...args, '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...account, cwd: folder, encoding: 'utf8' },
  );
  if (result.status !== 0) throw new Error(`initdb failed: ${(result.stderr ?? String(result.error)).trim()}`);
}

/**
 * Ends PostgreSQL and removes its folder when its standard input closes: that happens when `stop` is called and when the
 * process that started it ends, even by kill -9.
 */
const watcher = `
folder=$1; shift
exec 3<&0
"$@" 2>&1 </dev/null & server=$!
( cat <&3 >/dev/null; kill -QUIT $server 2>/dev/null ) & reader=$!
wait $server
kill $reader 2>/dev/null
rm -rf "$folder"
`;

async function serve(programs: string, folder: string, account: Account | undefined, fsync: boolean) {
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    `fsync=${fsync ? 'on' : 'off'}`,
    `synchronous_commit=${fsync ? 'on' : 'off'}`,
    `full_page_writes=${fsync ? 'on' : 'off'}`,
    'max_connections=200',
    'shared_buffers=32MB',
  ].flatMap((setting) => ['-c', setting]);
  const command = [join(programs, 'bin', 'postgres'), '-D', join(folder, 'data'), ...settings];
  // Its own process group: a Ctrl-C in the terminal reaches us, and PostgreSQL then ends through the closed pipe.
  const child = spawn('/bin/sh', ['-c', watcher, 'watcher', folder, ...command], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4000)));
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  await untilReady(child, url('postgres'), () => log);
  return {
    url,
    createDatabase: (name: string) => query(url('postgres'), `create database "${name}"`),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await ended;
    },
  };
}

async function untilReady(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (child.exitCode === null && Date.now() < deadline) await delay(30);
      else throw new Error(`${(error as Error).message}\n${log()}`, { cause: error });
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
