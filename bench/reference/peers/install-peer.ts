import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What stands in a package.json besides `private`. */
export interface Manifest {
  /** Exact versions. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  readonly type?: 'module';
}

/**
 * Installs packages into a folder of their own below the system's temporary folder, unless they are there already: the folder is
 * named for what is in its package.json. Install scripts do not run. Gives the folder.
 */
export async function installPackages(name: string, manifest: Manifest): Promise<string> {
  const text = JSON.stringify({ private: true, ...manifest }, null, 2);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const folder = path.join(tmpdir(), 'portolan-peers', `${name.replace(/[^a-z]+/gi, '-').toLowerCase()}-${hash}`);
  const mark = path.join(folder, 'node_modules/.portolan-installed');
  if (existsSync(mark)) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), text);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await writeFile(mark, '');
  return folder;
}
