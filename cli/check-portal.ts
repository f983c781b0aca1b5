import { loadPortal, readContracts } from '../contract/read/index.ts';
import { readArguments } from './usage.ts';

/** `check`: reads the configuration and every description; what is wrong is thrown, what was mended is printed. */
export async function checkPortal(argv: readonly string[]): Promise<void> {
  const { values } = readArguments({ args: [...argv], options: { json: { type: 'boolean', default: false } } });
  const portal = await loadPortal();
  const contracts = await readContracts(portal);
  const warnings = contracts.flatMap((contract) => contract.warnings);
  if (values.json) return console.log(JSON.stringify({ warnings }, null, 2));
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  const operations = contracts.reduce((sum, contract) => sum + contract.operations.length, 0);
  console.log(
    `${contracts.length} descriptions with ${operations} operations: ${warnings.length === 0 ? 'nothing to mend' : 'they can be used; the warnings say what was mended'}.`,
  );
}
