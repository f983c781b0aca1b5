import { groupChanges, type SharedChange } from '../../../contract/changes/index.ts';
import type { Contract } from '../../../contract/model.ts';
import type { SharedChangeView } from '../../../contract/reference-page.ts';
import { operationLink } from './changes-address.ts';

/** What the operations have in common, brought together where the same operations are left out. */
export function sharedViews(shared: readonly SharedChange[], after: Contract): SharedChangeView[] {
  const byExceptions = new Map<string, [SharedChange, ...SharedChange[]]>();
  for (const one of shared) {
    const key = one.except.map(({ id }) => id).join('\n');
    const others = byExceptions.get(key);
    if (others) others.push(one);
    else byExceptions.set(key, [one]);
  }
  const views = [...byExceptions.values()].flatMap((alike) => {
    const except = alike[0].except.map((operation) => operationLink(after, operation));
    return groupChanges(alike.map(({ change }) => change)).map(({ where, ...group }) => ({
      place: where,
      ...group,
      except,
    }));
  });
  const places = [...new Set(views.map(({ place }) => place))];
  return views.sort((left, right) => places.indexOf(left.place) - places.indexOf(right.place));
}
