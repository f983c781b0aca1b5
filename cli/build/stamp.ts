import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What the site in the build folder was made from; `null` where there is none. */
export async function readStamp(buildFolder: string): Promise<string | null> {
  try {
    return (await readFile(stampFile(buildFolder), 'utf8')).trim();
  } catch {
    return null;
  }
}

export async function writeStamp(buildFolder: string, fingerprint: string): Promise<void> {
  await writeFile(stampFile(buildFolder), `${fingerprint}\n`);
}

const stampFile = (buildFolder: string) => path.join(buildFolder, 'stamp');
