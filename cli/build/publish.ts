import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inlineScriptHashes } from './content-security.ts';

const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.xml', '.txt', '.md', '.yaml', '.wasm']);
/** Below one network packet there is nothing to gain. */
const SMALLEST = 1_400;
const AT_ONCE = 8;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Makes a built site ready to serve: `.br` and `.gz` beside each compressible file, and the hashes of the pages'
 * inline scripts for the content security policy.
 */
export async function publishSite(siteFolder: string): Promise<{ scripts: string[] }> {
  const entries = await readdir(siteFolder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && COMPRESSIBLE.has(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const scripts = new Set<string>();
  const queue = files.values();
  const worker = async () => {
    for (const file of queue) {
      const content = await readFile(file);
      if (file.endsWith('.html')) inlineScriptHashes(content.toString()).forEach((hash) => scripts.add(hash));
      if (content.length >= SMALLEST) await compress(file, content);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { scripts: [...scripts].sort() };
}

/** What is named by its hash is compressed once and kept for a year: that is worth the best quality. */
async function compress(file: string, content: Buffer): Promise<void> {
  const lasting = file.includes(`${path.sep}assets${path.sep}`);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: lasting ? 11 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([
    brotli(content, { params }),
    gzipped(content, { level: lasting ? 9 : 6 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
