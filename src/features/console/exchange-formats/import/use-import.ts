import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { OperationPage, ReferenceNav, ServedPage } from '../../../../../contract/reference-page';
import { fillForm, type FilledForm } from '../fill/fill-form';
import type { ForeignRequest, Reading } from '../foreign-request';
import { operationMatcher, type Match } from '../match/match-operation';
import { readForeign } from '../read-foreign';

/** A request of the text, with the operation that it is. */
export interface ImportRow {
  readonly request: ForeignRequest;
  readonly match: Match;
}

export type ImportTarget =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  /** The other operation's page could not be had. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly page: OperationPage; readonly filled: FilledForm };

export interface Import {
  /** Null where there is no text yet. */
  readonly reading: Reading | null;
  readonly rows: readonly ImportRow[];
  /** The index of the row that is to be filled in; -1 where none can be. */
  readonly chosen: number;
  readonly choose: (index: number) => void;
  readonly target: ImportTarget;
}

type Load = (url: string, init: RequestInit) => Promise<Response>;

/** What a text says, for the operation of a page and the others of its API version. Reading is done here; nothing is sent but for the API's own data. */
export function useImport(page: OperationPage, text: string, load: Load): Import {
  const nav = useNav(page, load);
  const settled = useDeferredValue(text);
  const reading = useMemo(() => (settled.trim() === '' ? null : readForeign(settled)), [settled]);
  const rows = useMemo(() => {
    if (!nav || reading?.kind !== 'requests') return [];
    const match = operationMatcher(nav);
    return reading.requests.map((request): ImportRow => ({ request, match: match(request) }));
  }, [nav, reading]);
  const [wanted, choose] = useState<{ readonly rows: readonly ImportRow[]; readonly index: number } | null>(null);
  const chosen = wanted?.rows === rows ? wanted.index : usual(rows, page);
  const row = rows[chosen];
  return {
    reading,
    rows,
    chosen,
    choose: (index) => choose({ rows, index }),
    target: useTarget(page, row, load),
  };
}

/** The first that is of this page's operation, else the first of the API. */
function usual(rows: readonly ImportRow[], page: OperationPage): number {
  const here = rows.findIndex(({ match }) => match.kind === 'operation' && match.item.slug === page.slug);
  return here >= 0 ? here : rows.findIndex(({ match }) => match.kind === 'operation');
}

function useNav(page: OperationPage, load: Load): ReferenceNav | null {
  const [nav, setNav] = useState<ReferenceNav | null>(null);
  useEffect(() => {
    let isWanted = true;
    readJson<ReferenceNav>(load, `/reference/${page.api}/${page.version}/nav.json`).then(
      (read) => isWanted && setNav(read),
      // Offline: this operation, at least, is known.
      () => isWanted && setNav(navOf(page)),
    );
    return () => {
      isWanted = false;
    };
  }, [page, load]);
  return nav;
}

function useTarget(page: OperationPage, row: ImportRow | undefined, load: Load): ImportTarget {
  const [other, setOther] = useState<{ readonly slug: string; readonly page: OperationPage | null } | null>(null);
  const slug = row?.match.kind === 'operation' ? row.match.item.slug : null;
  const isElsewhere = slug !== null && slug !== page.slug;
  useEffect(() => {
    if (!isElsewhere) return;
    let isWanted = true;
    readJson<ServedPage<OperationPage>>(load, `/reference/${page.api}/${page.version}/${slug}.json`).then(
      (served) => isWanted && setOther({ slug, page: served.page }),
      () => isWanted && setOther({ slug, page: null }),
    );
    return () => {
      isWanted = false;
    };
  }, [isElsewhere, slug, page, load]);
  const target = isElsewhere ? (other?.slug === slug ? other.page : undefined) : page;
  return useMemo((): ImportTarget => {
    if (row?.match.kind !== 'operation') return { kind: 'none' };
    if (!target) return { kind: target === null ? 'failed' : 'loading' };
    return { kind: 'ready', page: target, filled: fillForm(target, row.request, row.match.path) };
  }, [row, target]);
}

async function readJson<Value>(load: Load, url: string): Promise<Value> {
  const response = await load(url, {});
  if (!response.ok) throw new Error(`${url} answers ${response.status}.`);
  return (await response.json()) as Value;
}

function navOf({ api, version, title, slug, method, path, deprecated, tag }: OperationPage): ReferenceNav {
  return { api, version, title: 'this API', groups: [{ ...tag, items: [{ title, slug, method, path, deprecated }] }] };
}
