import { shapeOf } from '../../../contract/schema-shape.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { fillEnvelope, type PageFacts } from './envelope-facts.ts';
import { examplesOf } from './example.ts';
import { missingParent } from './find-item.ts';
import { placeIn } from './known-api.ts';
import { listConditions } from './list-conditions.ts';
import { listEnvelope } from './list-envelope.ts';
import { listFilter } from './list-filter.ts';
import { listOrder } from './list-order.ts';
import { orderedPage } from './ordered-page.ts';
import { type Paging, pagingOf, pagingParameter } from './paging.ts';
import { segmentsOf } from './path-template.ts';
import type { Collection } from './resource.ts';
import { notThere, type Outcome, type Scene, type SandboxRequest } from './scene.ts';
import { plain } from './schema-names.ts';
import type { KeptItem, Page } from './state.ts';

/** Lists a collection, newest first, in the contract's envelope and by the contract's way of paging. */
export async function playList(scene: Scene, collection: Collection): Promise<Outcome> {
  const { known, request, state } = scene;
  const { contract } = known;
  const missing = await missingParent(scene, collection.template);
  if (missing !== null) return notThere(missing);
  const media = jsonOf(successOf(request.operation));
  const paging = pagingOf(request.operation, request.query);
  const schema = known.schemaOf(collection);
  const order = listOrder(contract, schema, request);
  const place = placeIn(collection, request.path);
  const wanted = {
    limit: paging.limit,
    ...(paging.kind === 'cursor' && { after: paging.after, before: paging.before }),
    ...(paging.kind === 'page' && { offset: Math.max(paging.page - 1, 0) * paging.limit }),
    ...(paging.kind === 'offset' && { offset: paging.offset }),
    where: listConditions(contract, schema, request.operation, request.query),
    fits: listFilter(contract, schema, request.operation, request.query),
    oldestFirst: order.kind === 'made' && order.oldestFirst,
    counted: paging.kind !== 'cursor' || saysTotal(media?.schema, known.contract),
  };
  const page =
    order.kind === 'members' ? await orderedPage(state, place, order.keys, wanted) : await state.page(place, wanted);
  if (page.kind === 'unknown-cursor') return unknownCursor(paging);
  const items = page.items.map((kept) => kept.item);
  const facts = factsOf(request, paging, page);
  const envelope = listEnvelope(contract, media, segmentsOf(collection.template).at(-1) ?? '');
  if (typeof envelope?.property !== 'string') {
    return { kind: 'done', prefer: ['200'], value: items, links: linkHeader(facts) };
  }
  const shown = examplesOf(contract, media)[0];
  const value = { ...fillEnvelope(contract, media?.schema, shown, facts), [envelope.property]: items };
  return { kind: 'done', prefer: ['200'], value, links: linkHeader(facts) };
}

function unknownCursor(paging: Paging): Outcome {
  const cursor = paging.kind === 'cursor' ? (paging.after ?? paging.before) : undefined;
  return { kind: 'refused', status: 400, detail: `The cursor ${JSON.stringify(cursor)} names no item of this list.` };
}

function saysTotal(schema: Parameters<typeof shapeOf>[1], contract: Parameters<typeof shapeOf>[0]): boolean {
  const names = (of: typeof schema, depth: number): string[] =>
    [...shapeOf(contract, of).properties].flatMap(([name, property]) => [
      plain(name),
      ...(depth > 0 ? names(property, depth - 1) : []),
    ]);
  return names(schema, 1).some((name) => name.startsWith('total') || name === 'pages');
}

function factsOf(request: SandboxRequest, paging: Paging, page: Page & { kind: 'page' }): PageFacts {
  const { items, total } = page;
  const isBefore = paging.kind === 'cursor' && paging.after === undefined && paging.before !== undefined;
  const offset =
    paging.kind === 'page' ? Math.max(paging.page - 1, 0) * paging.limit : paging.kind === 'offset' ? paging.offset : 0;
  const hasMore = isBefore ? true : page.hasMore;
  const hasPrevious = paging.kind === 'cursor' ? (isBefore ? page.hasMore : paging.after !== undefined) : offset > 0;
  return {
    count: items.length,
    hasMore,
    hasPrevious,
    nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null,
    previousCursor: hasPrevious ? (items[0]?.id ?? null) : null,
    total,
    page: paging.kind === 'page' ? paging.page : Math.floor(offset / Math.max(paging.limit, 1)) + 1,
    limit: paging.limit,
    offset,
    urls: {
      self: urlWith(request, {}),
      first: urlWith(request, withoutPlace(request)),
      next: hasMore ? urlWith(request, step(request, paging, items, 1)) : null,
      previous: hasPrevious ? urlWith(request, step(request, paging, items, -1)) : null,
    },
  };
}

/** The query parameters that lead one page on, or back. */
function step(
  request: SandboxRequest,
  paging: Paging,
  items: readonly KeptItem[],
  by: 1 | -1,
): Readonly<Record<string, string | null>> {
  if (paging.kind === 'page') return { [paging.parameter]: String(Math.max(paging.page + by, 1)) };
  if (paging.kind === 'offset') return { [paging.parameter]: String(Math.max(paging.offset + by * paging.limit, 0)) };
  const name = pagingParameter(request.operation, by === 1 ? 'after' : 'before');
  const id = (by === 1 ? items.at(-1) : items[0])?.id;
  return name === undefined || id === undefined ? {} : { ...withoutPlace(request), [name]: id };
}

function withoutPlace({ operation }: SandboxRequest): Readonly<Record<string, null>> {
  const roles = ['after', 'before', 'page', 'offset'] as const;
  const names = roles.flatMap((role) => pagingParameter(operation, role) ?? []);
  return Object.fromEntries(names.map((name) => [name, null]));
}

function urlWith(request: SandboxRequest, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(request.sentQuery);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return `${request.baseUrl}${request.sentPath}${text === '' ? '' : `?${text}`}`;
}

/** RFC 8288, as GitHub pages its bare arrays. */
function linkHeader({ urls }: PageFacts): string | undefined {
  const links = [
    urls.next === null ? [] : [`<${urls.next}>; rel="next"`],
    urls.previous === null ? [] : [`<${urls.previous}>; rel="prev"`, `<${urls.first}>; rel="first"`],
  ].flat();
  return links.length === 0 ? undefined : links.join(', ');
}
