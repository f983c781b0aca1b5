import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ConfigPath, ConfigProblem } from '../read/portal/shape.ts';

/** The text of a file that a configuration names, or what is wrong with the name. It has to be below the configuration's folder. */
export async function readProjectFile(
  root: string,
  stated: string,
  at: ConfigPath,
): Promise<{ readonly file: string; readonly text: string } | ConfigProblem> {
  const file = path.resolve(root, stated);
  if (!isBelow(root, file)) {
    return { path: at, sentence: `"${stated}" is not below the folder of this configuration. Move the file there.` };
  }
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch {
    const sentence = `there is no file "${stated}" that can be read. Correct the path; it is relative to this configuration.`;
    return { path: at, sentence };
  }
}

export function isBelow(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
