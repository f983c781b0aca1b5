import type { ExternalDocs } from '../../../contract/model.ts';
import { isWebAddress } from './web-address.ts';

/** A link to more (OpenAPI 3.1 §4.8.11), where its address is one of the web or of this site. */
export function buildExternalDocs(docs: ExternalDocs | undefined): { href: string; text: string } | undefined {
  if (!docs || !isWebAddress(docs.url)) return undefined;
  return { href: docs.url, text: docs.description ?? docs.url };
}
