import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { linkOrCopy } from '../../plugins/reference/files/link-folder.ts';

const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.json', '.txt']);
/** Below one network packet there is nothing to gain. */
const SMALLEST = 1_400;
const AT_ONCE = 4;
/** The best, 11, takes almost three times as long for 1.7 % less. */
const QUALITY = 10;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Puts `.br` and `.gz` beside what is named by its content's hash (`assets/`): it is asked for by every reader and kept for a year,
 * which is worth a good quality. Everything else the service compresses when it is asked for. What was compressed for the shell
 * before is linked from there.
 */
export async function compressAssets(shellFolder: string, siteFolder: string): Promise<void> {
  const assets = path.join(siteFolder, 'assets');
  if (!existsSync(assets)) return;
  const queue = readdirSync(assets, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COMPRESSIBLE.has(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .values();
  const worker = async () => {
    for (const file of queue) await compress(file, path.join(shellFolder, path.relative(siteFolder, file)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function compress(file: string, inShell: string): Promise<void> {
  // The shell brought its compressed twins along.
  if (existsSync(`${file}.br`)) return;
  const content = await readFile(file);
  if (content.length < SMALLEST) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const [br, gz] = await Promise.all([brotli(content, { params }), gzipped(content, { level: 9 })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  if (!existsSync(inShell)) return;
  linkOrCopy(`${file}.br`, `${inShell}.br`);
  linkOrCopy(`${file}.gz`, `${inShell}.gz`);
}
