import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const aside: string[] = [];

/**
 * Takes a file or folder below the temporary folder out of the way as deleting it would; it is deleted by {@link deleteSetAside}. For minutes after some thousand files
 * were deleted, ext4 makes new ones at a tenth of its speed (it keeps from using their inodes again): a build that is measured then is not
 * what somebody sees who builds for the first time.
 */
export async function setAside(one: string): Promise<void> {
  const name = path.join(tmpdir(), `portolan-aside-${process.pid}-${aside.length}`);
  try {
    await rename(one, name);
    aside.push(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** To be called when nothing is measured any more. */
export async function deleteSetAside(): Promise<void> {
  for (const name of aside.splice(0)) await rm(name, { recursive: true, force: true });
}
