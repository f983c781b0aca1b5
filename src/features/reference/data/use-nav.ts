import { useCallback, useEffect, useState } from 'react';
import type { NavGroup, NavOutline, ReferenceNav } from '../../../../contract/reference-page';
import { navFile, navs } from './files';
import { useRelease } from './use-release';

/** What the sidebar knows so far: the outline, and the operations of the groups that are at hand. */
export interface KnownNav {
  readonly outline: NavOutline | undefined;
  readonly groups: readonly NavGroup[];
  /** Whether `groups` has all of them. */
  readonly isWhole: boolean;
}

export interface UseNav extends KnownNav {
  /** Fetches what is not known yet. */
  readonly load: () => void;
  readonly hasFailed: boolean;
}

/** What a page brings along in its HTML. */
export interface BroughtNav {
  readonly outline?: NavOutline;
  readonly group?: NavGroup;
}

export interface VersionPlace {
  readonly api: string;
  readonly version: string;
}

/** What pages that were seen before brought along. Filled after rendering only: the server renders thousands of pages. */
const seen = new Map<string, { readonly outline: NavOutline; readonly groups: readonly NavGroup[] }>();

/**
 * The way around one API version. It starts with what the page and those before it brought along; the whole is fetched when
 * it is asked for, or when `tag` is not among that.
 */
export function useNav(place: VersionPlace, brought: BroughtNav, tag?: string): UseNav {
  const release = useRelease();
  const file = navFile(place, release);
  const [loaded, setLoaded] = useState<{ readonly file: string; readonly nav: ReferenceNav }>();
  const [failedFile, setFailedFile] = useState('');
  const load = useCallback(() => {
    void navs.get(file).then((fetched) => {
      if (fetched.kind === 'ready') setLoaded({ file, nav: fetched.value });
      setFailedFile(fetched.kind === 'ready' ? '' : file);
    });
  }, [file]);
  const known = loaded?.file === file ? wholeNav(loaded.nav) : partialNav(file, brought);

  useEffect(() => remember(file, brought), [file, brought]);
  const isEnough = known.outline !== undefined && (tag === undefined || known.groups.some(({ slug }) => slug === tag));
  useEffect(() => {
    if (!isEnough) load();
  }, [isEnough, load]);
  return { ...known, load, hasFailed: failedFile === file };
}

function wholeNav({ groups, ...nav }: ReferenceNav): KnownNav {
  const outline = { ...nav, groups: groups.map(({ items, ...group }) => ({ ...group, count: items.length })) };
  return { outline, groups, isWhole: true };
}

function partialNav(file: string, { outline, group }: BroughtNav): KnownNav {
  const before = seen.get(file);
  const others = (before?.groups ?? []).filter(({ slug }) => slug !== group?.slug);
  return { outline: outline ?? before?.outline, groups: group ? [group, ...others] : others, isWhole: false };
}

function remember(file: string, brought: BroughtNav): void {
  const { outline, groups } = partialNav(file, brought);
  if (outline) seen.set(file, { outline, groups });
}
