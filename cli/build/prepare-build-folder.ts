import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PortalError } from '../../contract/read/index.ts';

/**
 * Makes the build folder. Docusaurus's generated files are CommonJS; a `package.json` of its own keeps this repository's
 * `"type": "module"` from them. Throws a {@link PortalError} where the folder cannot be written.
 */
export async function prepareBuildFolder(build: string): Promise<void> {
  try {
    await mkdir(build, { recursive: true });
    await writeFile(path.join(build, 'package.json'), '{ "private": true }\n');
  } catch (error) {
    throw new PortalError(
      `The build folder ${build} cannot be written (${(error as NodeJS.ErrnoException).code}). Set PORTAL_BUILD to a folder that you may write.`,
    );
  }
}
