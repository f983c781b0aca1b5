import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inlineScriptHashes } from './content-security.ts';

/** The hashes of the inline scripts of a built site's pages, for the content security policy (CSP Level 3 §2.3.1). */
export async function scriptHashes(siteFolder: string): Promise<{ scripts: string[] }> {
  const entries = await readdir(siteFolder, { recursive: true, withFileTypes: true });
  const scripts = new Set<string>();
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const html = await readFile(path.join(entry.parentPath, entry.name), 'utf8');
    inlineScriptHashes(html).forEach((hash) => scripts.add(hash));
  }
  return { scripts: [...scripts].sort() };
}
