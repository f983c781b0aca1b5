import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How a machine runs a language's samples, where it can. */
export interface Toolchain {
  readonly language: string;
  readonly file: string;
  readonly command: readonly [program: string, ...rest: string[]];
  /** Succeeds where the language can be run here. */
  readonly probe: readonly [program: string, ...rest: string[]];
  /** It compiles for a second or two before it runs. */
  readonly isSlow?: true;
}

/** Those that run a source file as it is. */
export const toolchains: readonly Toolchain[] = [
  { language: 'shell', file: 'sample.sh', command: ['sh', 'sample.sh'], probe: ['curl', '--version'] },
  { language: 'node', file: 'sample.mjs', command: ['node', 'sample.mjs'], probe: ['node', '--version'] },
  { language: 'javascript', file: 'sample.mjs', command: ['node', 'sample.mjs'], probe: ['node', '--version'] },
  {
    language: 'python',
    file: 'sample.py',
    command: ['python3', 'sample.py'],
    probe: ['python3', '-c', 'import requests'],
  },
  { language: 'php', file: 'sample.php', command: ['php', 'sample.php'], probe: ['php', '-r', 'curl_init();'] },
  { language: 'ruby', file: 'sample.rb', command: ['ruby', 'sample.rb'], probe: ['ruby', '-rjson', '-e', '1'] },
  { language: 'go', file: 'sample.go', command: ['go', 'run', 'sample.go'], probe: ['go', 'version'], isSlow: true },
  {
    language: 'java',
    file: 'Sample.java',
    command: ['java', 'Sample.java'],
    probe: ['javac', '--version'],
    isSlow: true,
  },
];

const environment = { ...process.env, LC_ALL: 'C.UTF-8', NO_PROXY: '*', no_proxy: '*', http_proxy: '', HTTP_PROXY: '' };

export function isHere({ probe: [program, ...rest] }: Toolchain): boolean {
  return spawnSync(program, rest, { env: environment, stdio: 'ignore' }).status === 0;
}

/** Runs a sample in a folder of its own; what it printed, or why it failed. */
export function run({ file, command: [program, ...rest] }: Toolchain, code: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), `${code}\n`);
  return new Promise((resolve, reject) => {
    execFile(program, rest, { cwd: folder, env: environment, timeout: 60_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
