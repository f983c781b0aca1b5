import type { Contract, Operation } from '../../../contract/model.ts';
import { sampleSchema, sketchSchema } from '../../../contract/sample.ts';
import type { NavItem, PageLink, ReferenceNav } from '../../../contract/reference-page.ts';
import type { RenderMarkdown } from '../markdown/render-markdown.ts';
import { otherVersions } from '../overview/other-versions.ts';
import { SchemaViews } from '../schema/schema-views.ts';
import type { SampleSchema } from './example-views.ts';
import { buildOperationPage } from './build-operation-page.ts';

export interface OperationFilesInput {
  readonly contract: Contract;
  readonly all: readonly Contract[];
  readonly render: RenderMarkdown;
}

/** The page data of a contract's operations, one after the other, then the schemas that they leave for later. */
export function* operationFiles(
  nav: ReferenceNav,
  { contract, all, render }: OperationFilesInput,
): Generator<{ readonly name: string; readonly value: unknown }> {
  const views = new SchemaViews(contract, render);
  const tools = { contract, views, render, sample: sampleFrom(contract) };
  const bySlug = new Map(
    [...contract.operations, ...contract.webhooks].map((operation) => [operation.slug, operation]),
  );
  const links = nav.groups.flatMap(({ items }) => items.map((item) => pageLink(nav, item)));
  let position = 0;
  for (const { name, slug, items } of nav.groups) {
    for (const item of items) {
      const operation: Operation | undefined = bySlug.get(item.slug);
      if (!operation) continue;
      const place = {
        tag: { name, slug },
        previous: links[position - 1],
        next: links[position + 1],
        otherVersions: otherVersions(contract, all, operation.id),
      };
      position++;
      yield { name: `${item.slug}.json`, value: buildOperationPage(operation, place, tools) };
    }
  }
  for (const { name, view } of views.files()) yield { name: `schemas/${name}.json`, value: view };
}

/** A request's sample is sent, so it is checked against its schema; an answer's is only looked at. */
function sampleFrom(contract: Contract): SampleSchema {
  return (schema, direction) =>
    direction === 'request' ? sampleSchema(contract, schema, 'request') : sketchSchema(contract, schema, 'response');
}

function pageLink({ api, version }: ReferenceNav, { title, slug, method }: NavItem): PageLink {
  return { title, href: `/reference/${api}/${version}/${slug}`, method };
}
