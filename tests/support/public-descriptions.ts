import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/portolan-descriptions');

/** Train Travel (3.1, small), as the npm package that ships it has it. */
export const trainTravel = (): string =>
  createRequire(import.meta.url).resolve('@readme/oas-examples/3.1/json/train-travel.json');

/**
 * GitHub's REST API (3.0, 13 MB, over 1,200 operations). Its npm package unpacks to 400 MB, too much for everybody's
 * `npm ci`: it is fetched when first needed, in an exact version, checked by npm against the pinned hash, and kept.
 */
export function githubDescription(): string {
  const file = path.join(CACHE, 'api.github.com-23.0.2.json');
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  // In a folder of its own, then moved at once: two test processes may ask at the same time.
  const folder = mkdtempSync(path.join(CACHE, 'fetch-'));
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder, '@octokit/openapi@23.0.2'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    ) as { filename: string; integrity: string }[];
    if (packed?.integrity !== GITHUB_INTEGRITY)
      throw new Error(`@octokit/openapi@23.0.2 has the hash ${packed?.integrity}, not the pinned one.`);
    const member = 'package/generated/api.github.com.json';
    execFileSync('tar', ['-xzf', path.join(folder, packed.filename), '-C', folder, member]);
    renameSync(path.join(folder, member), file);
    return file;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const GITHUB_INTEGRITY =
  'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==';
