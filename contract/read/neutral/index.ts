import type { Contract, Schema } from '../../model.ts';
import { entriesOf, member, record } from '../json-value.ts';
import type { Description, Finding } from '../description/index.ts';
import { readInfo, readServers } from './info.ts';
import { readOperations } from './operations.ts';
import type { Reading } from './reading.ts';
import { readSecurity, readSecuritySchemes } from './security.ts';
import { readTagGroups } from './tag-groups.ts';
import { Tags } from './tags.ts';
import { warnOfComponentSlugs } from './warn-of-component-slugs.ts';

type Source = Pick<Contract, 'api' | 'version' | 'file'>;

/** From a prepared description to the neutral model. Pure; what had to be mended is in `findings`. */
export function toNeutral(
  source: Source,
  description: Description,
): { contract: Omit<Contract, 'warnings'>; findings: Finding[] } {
  const { document, specification } = description;
  const findings: Finding[] = [...description.findings];
  const reading: Reading = {
    document,
    specification,
    warn: (pointer, sentence) => void findings.push({ pointer, sentence }),
  };
  const tags = new Tags(reading);
  const securitySchemes = readSecuritySchemes(reading);
  const servers = readServers(document) ?? [{ url: '/' }];
  const security = readSecurity(reading, securitySchemes, document, '') ?? [];
  const { operations, webhooks } = readOperations(reading, {
    tagsOf: (stated, pointer) => tags.namesFor(stated, pointer),
    schemes: securitySchemes,
    security,
    servers,
  });
  warnOfComponentSlugs(reading);
  if (operations.length === 0 && webhooks.length === 0) reading.warn('', 'this description has no operations.');
  return {
    contract: {
      ...source,
      specification,
      info: readInfo(reading, source),
      servers,
      tags: tags.list(),
      tagGroups: readTagGroups(reading, tags.list(), tags.used),
      operations,
      webhooks,
      schemas: record(entriesOf(member(document.components, 'schemas')) as [string, Schema][]),
      securitySchemes,
      document,
      published: description.published,
      ...(description.sandbox.length > 0 && { sandbox: description.sandbox }),
    },
    findings,
  };
}
