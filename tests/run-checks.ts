import { spawn } from 'node:child_process';

/** What reads the code without running it, as two rows of commands: each row in order, the rows side by side. */
const rows: readonly (readonly string[])[] = [
  ['npm run --silent generate -- --check', 'tsc -p .', 'eslint .'],
  ['tsc -p src', 'prettier --check --log-level warn .', 'depcruise --config .dependency-cruiser.js .', 'knip'],
];

/**
 * `npm run check`, first half: every row is gone through to its end, so that one run shows all there is to mend.
 * A command that passes gets one line, one that fails its whole output. The exit code is 1 where one failed.
 */
async function runChecks(): Promise<number> {
  const failed = await Promise.all(rows.map(runRow));
  return failed.some(Boolean) ? 1 : 0;
}

async function runRow(commands: readonly string[]): Promise<boolean> {
  let isFailed = false;
  for (const command of commands) {
    const from = performance.now();
    const { code, output } = await run(command);
    const took = `${((performance.now() - from) / 1000).toFixed(0)} s`;
    process.stdout.write(code === 0 ? `passed: ${command} (${took})\n` : `${output}\nfailed: ${command} (${took})\n`);
    isFailed ||= code !== 0;
  }
  return isFailed;
}

/** The commands are those of `node_modules/.bin`, which npm has put on the path. */
function run(command: string): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

process.exitCode = await runChecks();
