import type { EmbeddedOperation } from '../../../../contract/embedded-operation';
import type { OperationPage, ServedPage } from '../../../../contract/reference-page';
import type { Panel } from '../use-opening';

/** The console's code and the whole operation, together. Rejects where one of them cannot be had; it can be asked again. */
export async function loadEmbedded(embed: EmbeddedOperation): Promise<Panel> {
  const [{ EmbeddedPanel }, page] = await Promise.all([import('./EmbeddedPanel'), loadPage(embed.href)]);
  return function Embedded() {
    return <EmbeddedPanel embed={embed} page={page} />;
  };
}

async function loadPage(href: string): Promise<OperationPage> {
  const response = await fetch(`${href}.json`, { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`${href}.json answers ${response.status}.`);
  return ((await response.json()) as ServedPage<OperationPage>).page;
}
