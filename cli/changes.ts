import { existsSync } from 'node:fs';
import { compareContracts } from '../contract/changes/index.ts';
import { PortalError, readContract } from '../contract/read/index.ts';
import { changesAsJson, changesAsText, isBreaking } from './changes-report.ts';
import { readArguments, WrongUsage } from './usage.ts';

/**
 * `changes OLD NEW`: what an integration can notice between two descriptions. Exit codes, for a pipeline: 0 nothing breaks, 1 something
 * can, 2 a file cannot be compared.
 */
export async function compareDescriptions(argv: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [before, after, ...more] = positionals;
  if (!before || !after || more.length > 0) throw new WrongUsage('Name two OpenAPI files, the older one first.');
  const [older, newer] = await Promise.all([read('older', before), read('newer', after)]);
  const changes = compareContracts(older, newer);
  console.log(values.json ? changesAsJson(changes) : changesAsText(changes));
  if (isBreaking(changes)) process.exitCode = 1;
}

async function read(version: string, file: string) {
  if (!existsSync(file)) throw new WrongUsage(`There is no file ${file}.`);
  try {
    return await readContract({ api: 'api', version, file });
  } catch (error) {
    throw error instanceof PortalError ? new WrongUsage(error.message) : error;
  }
}
