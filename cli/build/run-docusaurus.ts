import { spawn } from 'node:child_process';
import path from 'node:path';
import { PortalError } from '../../contract/read/index.ts';
import { READERS } from '../../plugins/gating/index.ts';
import { NODE_FLAGS } from './build-command.ts';

export const PROGRAM = path.resolve(import.meta.dirname, '../..');

/** Runs Docusaurus's command in a process of its own, for the readers in these groups, with its generated files below the build folder. */
export function runDocusaurus(argv: readonly string[], build: string, readers: readonly string[]): Promise<void> {
  const command = path.join(PROGRAM, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  const child = spawn(process.execPath, [...NODE_FLAGS, command, ...argv], {
    cwd: PROGRAM,
    stdio: 'inherit',
    env: { ...docusaurusEnvironment(build), [READERS]: readers.join(',') },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new PortalError(
            'Docusaurus did not build the site; the reason stands above. The last good site is unchanged.',
          ),
        );
    });
  });
}

export function docusaurusEnvironment(build: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Docusaurus runs in the program's folder, wherever this command was called.
    PORTAL_BUILD: build,
    ...(process.env.PORTAL_CONFIG && { PORTAL_CONFIG: path.resolve(process.env.PORTAL_CONFIG) }),
    DOCUSAURUS_GENERATED_FILES_DIR_NAME: path.relative(PROGRAM, path.join(build, 'docusaurus')),
    // Node compiles Docusaurus's thousand modules once.
    NODE_COMPILE_CACHE: path.join(build, 'compile-cache'),
    DO_NOT_TRACK: '1',
  };
}
