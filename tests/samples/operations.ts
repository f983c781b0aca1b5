import { loadPortal, readContracts } from '../../contract/read/index.ts';
import type { OperationPage } from '../../contract/reference-page.ts';
import { createMarkdownRenderer } from '../../plugins/reference/markdown/render-markdown.ts';
import { operationPages } from '../../plugins/reference/operation/operation-pages.ts';
import { buildNav } from '../../plugins/reference/overview/build-nav.ts';
import { pageTools } from '../../plugins/reference/page-tools.ts';
import type { NamedRequest } from './requests.ts';
import { sampleRequest } from './writing.ts';

/** The request that the page of each operation shows first. */
export async function requestsOf(api: string, version: string): Promise<readonly NamedRequest[]> {
  const contracts = await readContracts(await loadPortal());
  const contract = contracts.find((one) => one.api === api && one.version === version);
  if (!contract) throw new Error(`The portal has no ${api}/${version}.`);
  const tools = pageTools(contract, contracts, createMarkdownRenderer());
  return [...operationPages(buildNav(contract, api), tools)]
    .map(({ make }) => make() as OperationPage)
    .filter(({ kind }) => kind === 'operation')
    .map((page) => {
      const request = sampleRequest(page, { serviceUrl: '' });
      if (!request) throw new Error(`No request can be made of ${page.id}.`);
      return { name: page.id, request };
    });
}
