import type { Exchange } from '../../traffic/index.ts';
import { type Decision, inOrder, isOf, isWell, notYet, shortName } from './decision.ts';

/** A list that was read from its first page to its last, each page by what an earlier answer had named as the next. */
export function decideAllPages(operation: string, least: number, exchanges: readonly Exchange[]): Decision {
  const pages = inOrder(exchanges).filter(
    (one) => isOf(one, operation) && isWell(one) && one.marks?.page !== undefined,
  );
  let longest: readonly Exchange[] = [];
  for (const first of pages.filter(({ marks }) => marks?.page?.asked === '')) {
    const chain = chainFrom(first, pages);
    if (chain.at(-1)?.marks?.page?.next === null && chain.length >= least) return { kind: 'proven', exchanges: chain };
    if (chain.length > longest.length) longest = chain;
  }
  const name = shortName(operation);
  if (longest.length === 0) return notYet(`No first page of ${name} was read yet.`);
  if (longest.at(-1)?.marks?.page?.next === null) {
    return notYet(
      `${name} was read to its end, in ${longest.length} of at least ${least} pages. Ask for smaller pages.`,
      { done: longest.length, of: least, what: 'pages' },
    );
  }
  return notYet(
    `You read ${longest.length} ${longest.length === 1 ? 'page' : 'pages'} of ${name}, and the last answer named another. Go on until none is named.`,
    { done: longest.length, of: Math.max(least, longest.length + 1), what: 'pages' },
  );
}

/** No page is counted twice, so that a list that leads back to itself ends. */
function chainFrom(first: Exchange, pages: readonly Exchange[]): readonly Exchange[] {
  const chain = [first];
  const asked = new Set(['']);
  for (let last = first; ;) {
    const page = last.marks?.page;
    if (page === undefined || page.next === null || asked.has(page.next)) return chain;
    const next = pages.find(
      (one) => one.marks?.page?.asked === page.next && one.marks?.page?.list === page.list && one.at >= last.at,
    );
    if (next === undefined) return chain;
    asked.add(page.next);
    chain.push(next);
    last = next;
  }
}
