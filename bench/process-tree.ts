import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

const EVERY_MILLISECONDS = 50;
/** Runs a command and then tells, on descriptor 3, what it and all its descendants used of the processors (POSIX `times`). */
const SHELL = '"$@"; code=$?; times >&3; exit $code';

export interface Measured {
  readonly seconds: number;
  /** User and system time of the process and its descendants. */
  readonly cpuSeconds: number;
  /** The most that the process and its descendants held at one time, in MB, seen every 50 ms. */
  readonly peakMegabytes: number;
  readonly output: string;
}

export interface ProcessLimits {
  readonly cwd?: string;
  readonly seconds?: number;
  readonly megabytes?: number;
}

/**
 * Runs a command to its end and watches its time and memory (Linux: /proc). Throws with its output when it fails, and when it
 * passes a limit, after ending it and its descendants.
 */
export async function measureProcess(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  { cwd, seconds = Infinity, megabytes = Infinity }: ProcessLimits = {},
): Promise<Measured> {
  const started = performance.now();
  const child = spawn('sh', ['-c', SHELL, 'sh', ...argv], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const group = -(child.pid ?? 0);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const used = text(child.stdio[3] as Readable);
  const passed = () => (performance.now() - started) / 1000;
  let peakMegabytes = 0;
  let stopped = '';
  const timer = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, treeMegabytes(child.pid ?? 0));
    if (passed() > seconds) stopped = `did not end within ${seconds} s`;
    else if (peakMegabytes > megabytes) stopped = `was stopped at ${(peakMegabytes / 1000).toFixed(1)} GB of memory`;
    if (stopped) process.kill(group, 'SIGKILL');
  }, EVERY_MILLISECONDS);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(timer);
  const ended = passed();
  if (stopped) throw new ProcessFailed(stopped, output);
  if (code !== 0) throw new ProcessFailed(`failed (exit code ${code})`, output);
  return { seconds: ended, cpuSeconds: cpuSecondsIn(await used), peakMegabytes, output };
}

/** `reason` is short, for a table; the message also has what the process said. */
export class ProcessFailed extends Error {
  readonly reason: string;

  constructor(reason: string, output: string) {
    super(`${reason}:\n${output.slice(-4_000)}`);
    this.reason = reason;
  }
}

/** The sum of all times that `times` printed, such as `1m2.340s`: of the shell, and of what it ran. */
function cpuSecondsIn(times: string): number {
  return [...times.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
}

export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
}

/** Resident memory of a process and all below it, in MB. */
export function treeMegabytes(root: number): number {
  const parents = parentOfEach();
  const below = (pid: number): boolean => pid === root || (pid > 1 && below(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(below).reduce((sum, pid) => sum + residentMegabytes(pid), 0);
}

/** Resident memory, in MB, of the process at the end of a chain of parents: below npm and its shell, the service. */
export function lowestProcessMegabytes(root: number): number {
  const parents = parentOfEach();
  let pid = root;
  for (;;) {
    const child = [...parents].find(([, parent]) => parent === pid)?.[0];
    if (child === undefined) return residentMegabytes(pid);
    pid = child;
  }
}

function parentOfEach(): Map<number, number> {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return new Map(processes.map((pid) => [pid, statusNumber(pid, 'PPid')]));
}

const residentMegabytes = (pid: number) => statusNumber(pid, 'VmRSS') / 1024;

function statusNumber(pid: number, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
}
