import type { Contract, Schema } from '../../../contract/model.ts';
import { type SchemaShape, shapeOf } from '../../../contract/schema-shape.ts';
import { isObject } from './example.ts';
import { plain } from './schema-names.ts';

/** What is true of one page of a list. URLs are absolute; null: there is no such page. */
export interface PageFacts {
  readonly count: number;
  readonly hasMore: boolean;
  readonly hasPrevious: boolean;
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
  readonly total: number | null;
  readonly page: number;
  readonly limit: number;
  readonly offset: number;
  readonly urls: {
    readonly self: string;
    readonly next: string | null;
    readonly previous: string | null;
    readonly first: string;
  };
}

/**
 * The answer of a list: the example that the contract shows, with this page's items in it and everything that it says
 * about the page made true, also within `pagination`, `meta` and `links`.
 */
export function fillEnvelope(
  contract: Contract,
  schema: Schema | undefined,
  shown: unknown,
  facts: PageFacts,
): Record<string, unknown> {
  const filled: Record<string, unknown> = isObject(shown) ? { ...shown } : {};
  for (const [name, property] of shapeOf(contract, schema).properties) {
    const shape = shapeOf(contract, property);
    if (shape.types.has('object') && shape.properties.size > 0) {
      if (!/^(?:pagination|paging|pageinfo|page|meta|metadata|links)$/.test(plain(name).replace(/^_/, ''))) continue;
      filled[name] = fillEnvelope(contract, property, filled[name], facts);
      continue;
    }
    const fact = factFor(plain(name), shape, filled[name], facts);
    if (fact !== undefined) filled[name] = fact;
    if (fact === null && !shape.types.has('null')) delete filled[name];
  }
  return filled;
}

/** Undefined: not about the page. Null: there is none. */
function factFor(name: string, shape: SchemaShape, shown: unknown, facts: PageFacts): unknown {
  const isNumber = shape.types.has('integer') || shape.types.has('number');
  const isUrl =
    shape.format?.startsWith('uri') === true || (typeof shown === 'string' && /^(?:https?:\/)?\//.test(shown));
  switch (name) {
    case 'hasmore':
    case 'hasnext':
    case 'hasnextpage':
    case 'more':
      return facts.hasMore;
    case 'hasprevious':
    case 'hasprev':
    case 'haspreviouspage':
      return facts.hasPrevious;
    case 'next':
    case 'nexturl':
    case 'nextpageurl':
      if (isNumber) return facts.hasMore ? facts.page + 1 : null;
      return isUrl || name !== 'next' ? facts.urls.next : facts.nextCursor;
    case 'nextpage':
      if (isNumber) return facts.hasMore ? facts.page + 1 : null;
      return isUrl ? facts.urls.next : facts.nextCursor;
    case 'nextcursor':
    case 'nextpagetoken':
    case 'nexttoken':
    case 'cursor':
    case 'endcursor':
    case 'continuationtoken':
    case 'after':
      return facts.nextCursor;
    case 'prev':
    case 'previous':
    case 'prevurl':
    case 'previousurl':
      if (isNumber) return facts.hasPrevious ? facts.page - 1 : null;
      return isUrl || name.endsWith('url') ? facts.urls.previous : facts.previousCursor;
    case 'prevcursor':
    case 'previouscursor':
    case 'startcursor':
    case 'before':
      return facts.previousCursor;
    case 'self':
      return facts.urls.self;
    case 'first':
      return isNumber ? 1 : facts.urls.first;
    case 'total':
    case 'totalcount':
    case 'totalitems':
    case 'totalresults':
    case 'totalelements':
      return isNumber && facts.total !== null ? facts.total : undefined;
    case 'count':
    case 'size':
      return isNumber ? facts.count : undefined;
    case 'page':
    case 'currentpage':
    case 'pagenumber':
      return isNumber ? facts.page : undefined;
    case 'perpage':
    case 'pagesize':
    case 'limit':
      return isNumber ? facts.limit : undefined;
    case 'offset':
    case 'skip':
      return isNumber ? facts.offset : undefined;
    case 'totalpages':
    case 'pagecount':
    case 'lastpage':
    case 'pages':
      return isNumber && facts.total !== null
        ? Math.max(1, Math.ceil(facts.total / Math.max(facts.limit, 1)))
        : undefined;
    case 'incompleteresults':
      return false;
    default:
      return undefined;
  }
}
