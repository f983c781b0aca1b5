import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { serverFolderOf } from '../../plugins/reference/render/server-folder.ts';
import { templateTags } from '../../plugins/reference/render/site-renderer.ts';
import { inlineScriptHashes } from './content-security.ts';

/**
 * The hashes of the site's inline scripts, for the content security policy (CSP Level 3 §2.3.1): those of the shell's pages, and those
 * that the template puts into every page. Pages in frames are not looked into: nothing that a description could smuggle into one
 * of them is allowed to run.
 */
export async function scriptHashes(shellFolder: string, buildFolder: string): Promise<{ scripts: string[] }> {
  const scripts = new Set(inlineScriptHashes(templateTags(serverFolderOf(buildFolder))));
  for (const entry of await readdir(shellFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const html = await readFile(path.join(entry.parentPath, entry.name), 'utf8');
    inlineScriptHashes(html).forEach((hash) => scripts.add(hash));
  }
  return { scripts: [...scripts].sort() };
}
