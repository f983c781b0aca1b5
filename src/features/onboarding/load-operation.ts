import type { OperationPage, ServedPage } from '../../../contract/reference-page';
import { operationAddress } from './operation-address';

/** An operation's page data, as the site serves it; null where it cannot be had or is that of another operation. */
export async function loadOperation(operation: string): Promise<OperationPage | null> {
  const { href, operationId } = operationAddress(operation);
  try {
    const response = await fetch(`${href}.json`, { signal: AbortSignal.timeout(15_000) });
    if (!response.ok) return null;
    const { page } = (await response.json()) as ServedPage<OperationPage>;
    return page.id === operationId ? page : null;
  } catch {
    return null;
  }
}
