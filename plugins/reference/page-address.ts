import type { ReferencePage } from '../../contract/reference-page.ts';

const FOLDERS: Readonly<Record<ReferencePage['kind'], string>> = {
  operation: '',
  webhook: '',
  schema: 'schemas/',
  schemas: '',
  changes: 'changes/',
};

/** A page's place below `/reference/{api}/{version}/`: `create-offer`, `schemas/Offer`, `changes/v1`. */
export function pagePath({ kind, slug }: ReferencePage): string {
  return `${FOLDERS[kind]}${slug}`;
}
