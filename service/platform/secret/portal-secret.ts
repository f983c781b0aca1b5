import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';

/** Below this a secret could be guessed. */
const fewestCharacters = 32;

/**
 * The secret that seals what must not lie open in the database, 32 bytes: from `PORTAL_SECRET`, which several instances share, else from
 * the file `secret` in the data folder, made at the first start and readable by its owner only. Throws a `StartError` where the one is
 * too short or the other cannot be read.
 */
export function portalSecret(given: string | undefined, dataFolder: string): Buffer {
  if (given !== undefined && given.length < fewestCharacters) {
    throw new StartError(
      `PORTAL_SECRET has ${given.length} characters. Set it to at least ${fewestCharacters}, for instance what \`openssl rand -base64 32\` prints.`,
    );
  }
  return createHash('sha256')
    .update(given ?? keptSecret(dataFolder))
    .digest();
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  try {
    mkdirSync(dataFolder, { recursive: true });
    // Whoever comes second reads what the first one wrote.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(file, error);
  }
  try {
    chmodSync(file, 0o600);
    const text = readFileSync(file, 'utf8').trim();
    if (text.length >= fewestCharacters) return text;
  } catch (error) {
    throw unusable(file, error);
  }
  throw new StartError(
    `${file} holds no secret of ${fewestCharacters} characters. Restore it from a backup, or remove it.`,
  );
}

function unusable(file: string, cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(
    `The portal's secret ${file} cannot be used (${reason}). Let the service read and write it, or set PORTAL_SECRET.`,
    { cause },
  );
}
