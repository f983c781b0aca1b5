import { PortalError, readContracts, type LoadedPortal } from '../../contract/read/index.ts';
import { generateReference } from './generate.ts';

/**
 * In development, makes the reference anew from the descriptions as they are now. What is wrong with them is said in the terminal, and
 * the last good pages stay. Whether there is something new.
 */
export async function regenerate(portal: LoadedPortal, buildFolder: string): Promise<boolean> {
  try {
    const contracts = await readContracts(portal);
    await generateReference({ portal, contracts, buildFolder });
    for (const warning of contracts.flatMap((contract) => contract.warnings)) console.warn(`warning: ${warning}`);
    return true;
  } catch (error) {
    if (!(error instanceof PortalError)) throw error;
    console.error(`${error.message}\nThe reference stays as it was until that is mended.`);
    return false;
  }
}
