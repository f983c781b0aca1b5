import { readFile, stat } from 'node:fs/promises';
import { PortalError } from '../portal-error.ts';

/** Far above any real description (GitHub's has 13 MB); it bounds memory when a wrong file is named. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

const failures: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path; paths in portal.config.ts are relative to that file.',
  ENOTDIR: 'there is no such file. Check the path; paths in portal.config.ts are relative to that file.',
  EACCES: 'this file cannot be read. Give the user that runs the portal permission to read it.',
  EPERM: 'this file cannot be read. Give the user that runs the portal permission to read it.',
  ELOOP: 'this link leads back to itself. Name the file itself.',
  ENAMETOOLONG: 'this path is too long. Check it.',
};

/** The text of a UTF-8 file, without a byte order mark. Throws a `PortalError` that says why it cannot be had. */
export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PortalError('this file is not UTF-8 text. Save it as UTF-8.', { file });
  }
  if (text.trim() === '') throw new PortalError('this file is empty. Put an OpenAPI description into it.', { file });
  return text;
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new PortalError('this is a folder. Name the OpenAPI file inside it.', { file });
    if (!found.isFile()) throw new PortalError('this is not a regular file. Name an OpenAPI file.', { file });
    if (found.size > MAXIMUM_BYTES) {
      const megabytes = Math.round(found.size / 1024 / 1024);
      throw new PortalError(`this file has ${megabytes} MB; the limit is 64 MB. Split the API into several.`, { file });
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof PortalError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new PortalError(failures[code] ?? `this file cannot be read (${code}). Check the disk and the path.`, {
      file,
    });
  }
}
