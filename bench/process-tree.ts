import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MILLISECONDS = 25;

export interface Measured {
  readonly seconds: number;
  /** The most that the process and its descendants held at one time, in MB, seen every 25 ms. */
  readonly peakMegabytes: number;
  readonly output: string;
}

/** Runs a command to its end and watches its time and memory (Linux: /proc). Throws with its output when it fails. */
export async function measureProcess(argv: readonly string[], environment: NodeJS.ProcessEnv): Promise<Measured> {
  const [command = '', ...rest] = argv;
  const started = performance.now();
  const child = spawn(command, rest, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, treeMegabytes(child.pid ?? 0))), EVERY_MILLISECONDS);
  const code = await exitOf(child);
  clearInterval(timer);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}:\n${output}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak, output };
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
