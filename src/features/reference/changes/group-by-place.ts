import type { ChangeView } from '../../../../contract/reference-page';

export interface PlaceChanges<Change extends ChangeView> {
  readonly place: string;
  readonly changes: readonly Change[];
  readonly isBreaking: boolean;
}

/** Changes of one place after the other under one heading. */
export function groupByPlace<Change extends ChangeView>(changes: readonly Change[]): PlaceChanges<Change>[] {
  const places = new Map<string, Change[]>();
  for (const change of changes) {
    const others = places.get(change.place);
    if (others) others.push(change);
    else places.set(change.place, [change]);
  }
  return [...places].map(([place, here]) => ({
    place,
    changes: here,
    isBreaking: here.some(({ isBreaking }) => isBreaking),
  }));
}
