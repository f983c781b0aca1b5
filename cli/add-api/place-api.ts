import { access, constants, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadPortal, PortalError } from '../../contract/read/index.ts';
import { type NewApi, withApi } from './config-edit.ts';

interface Addition extends Omit<NewApi, 'description'> {
  readonly file: string;
  /** What is written instead of a copy, where the description is several files. */
  readonly bundled?: string;
}

/**
 * Copies a description to `openapi/{id}/{version}.{yaml|json}` beside the configuration and adds it there. Both or
 * neither: the edited configuration is loaded from a file beside the real one, and takes its place only when it is valid.
 * Returns the copy's path, relative to the configuration's folder.
 */
export async function placeApi(api: Addition): Promise<string> {
  const { configFile, root, apis } = await loadPortal();
  const known = apis.find(({ id }) => id === api.id);
  if (known?.versions.some(({ id }) => id === api.version)) {
    throw new PortalError(
      `${path.basename(configFile)} already has the API "${api.id}" with the version "${api.version}". Choose another --id, or another --version to add one to it.`,
    );
  }
  const extension = path.extname(api.file).toLowerCase() === '.json' ? '.json' : '.yaml';
  const description = `openapi/${api.id}/${api.version}${extension}`;
  const text = await readFile(configFile, 'utf8');
  const edited = withApi({ file: configFile, text }, { ...api, description });
  const copy = path.join(root, description);
  const draft = path.join(root, `.draft-${process.pid}-${path.basename(configFile)}`);
  const undo: string[] = [];
  try {
    const made = await mkdir(path.dirname(copy), { recursive: true });
    if (made) undo.push(made);
    if (path.resolve(api.file) !== copy) {
      await refuseToReplace(copy, description);
      undo.push(copy);
      if (api.bundled === undefined) await copyFile(api.file, copy, constants.COPYFILE_EXCL);
      else await writeFile(copy, api.bundled, { flag: 'wx' });
    }
    undo.push(draft);
    await writeFile(draft, edited, { flag: 'wx' });
    await loadPortal(draft);
    await rename(draft, configFile);
    return description;
  } catch (error) {
    for (const written of undo.reverse()) await rm(written, { recursive: true, force: true });
    throw asPortalError(error);
  }
}

async function refuseToReplace(copy: string, description: string): Promise<void> {
  const isThere = await access(copy).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new PortalError(
      `${description} is there already and was not replaced. Remove it, or choose another --id or --version.`,
    );
}

function asPortalError(error: unknown): unknown {
  const { code, path: where } = error as NodeJS.ErrnoException;
  if (error instanceof PortalError || !code) return error;
  return new PortalError(
    `Nothing was added: ${where ?? 'a file'} could not be written (${code}). Check the folder's permissions and its free space.`,
  );
}
