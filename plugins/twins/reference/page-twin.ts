import type { ReferencePage, SchemaListPage } from '../../../contract/reference-page.ts';
import { changesTwin } from './changes-twin.ts';
import { operationTwin } from './operation-twin.ts';
import { tagTwin } from './overview-twin.ts';
import { schemaListTwin, schemaTwin } from './schema-twin.ts';
import type { TwinTools } from './twin-tools.ts';

/** The Markdown twin of a page that is rendered into a frame. */
export function pageTwin(page: ReferencePage | SchemaListPage, tools: TwinTools): string {
  switch (page.kind) {
    case 'operation':
    case 'webhook':
      return operationTwin(page, tools);
    case 'tag':
      return tagTwin(page, tools);
    case 'schema':
      return schemaTwin(page, tools);
    case 'schemas':
      return schemaListTwin(page, tools);
    case 'changes':
      return changesTwin(page, tools);
  }
}
