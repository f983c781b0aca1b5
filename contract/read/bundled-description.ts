import { bundleSource } from './bundle/index.ts';
import { writeDescription } from './description/write-description.ts';
import { readSource } from './source/index.ts';

/**
 * A description of several files as the text of one, in the format of the first; `undefined` where it is one file already. Throws
 * a `PortalError` for a reference that leads nowhere, or out of the description's folder.
 */
export async function bundledDescription(file: string): Promise<string | undefined> {
  const source = await bundleSource(await readSource(file));
  return source.otherFiles.length === 0 ? undefined : writeDescription(file, source.value);
}
