import { readMappings } from '../mapped/index.ts';
import type { Contract } from '../model.ts';
import { readSandboxRules, readWebhookRules } from '../x-sandbox/index.ts';
import { describeContractFindings } from './describe-contract-findings.ts';
import { checkNamedOperations, type LoadedPortal } from './portal/index.ts';
import { gatherErrors, PortalError } from './portal-error.ts';
import { readContract } from './read-contract.ts';

/** Reads every description of the portal, in the configuration's order. All that cannot be read is told at once. */
export async function readContracts(portal: LoadedPortal): Promise<Contract[]> {
  const contracts: Contract[] = [];
  const errors: PortalError[] = [];
  // One after the other: parsing is bound to the processor, and a large description's text need not wait in memory.
  for (const api of portal.apis) {
    for (const version of api.versions) {
      try {
        const contract = await readContract({ api: api.id, version: version.id, file: version.file });
        errors.push(...(await sandboxErrors(contract)));
        contracts.push(contract);
      } catch (error) {
        if (!(error instanceof PortalError)) throw error;
        errors.push(error);
      }
    }
  }
  if (errors.length > 0) throw gatherErrors(errors as [PortalError, ...PortalError[]]);
  await checkNamedOperations(portal, contracts);
  await readMappings(portal, contracts);
  return contracts;
}

/** What is wrong with `x-sandbox`, each with its place. */
async function sandboxErrors(contract: Contract): Promise<readonly PortalError[]> {
  const sentences = await describeContractFindings(contract, [
    ...readSandboxRules(contract).findings,
    ...readWebhookRules(contract).findings,
  ]);
  return sentences.map((sentence) => new PortalError(sentence));
}
