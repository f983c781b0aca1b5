import type { ContractChanges, OperationChange } from '../../../contract/changes/index.ts';
import type { Contract } from '../../../contract/model.ts';
import type { ChangeCounts, ChangesPage, OperationChanges, VersionLink } from '../../../contract/reference-page.ts';
import { anchorOf, operationLink } from './changes-address.ts';
import { changeViews, mostViews } from './change-views.ts';
import { sharedViews } from './shared-views.ts';

interface Versions {
  readonly before: Contract;
  readonly after: Contract;
}

/** The page data of what changed between two versions. All of it is text. */
export function buildChangesPage(
  versions: Versions,
  changes: ContractChanges,
  otherVersions: readonly VersionLink[],
): ChangesPage {
  const { before, after } = versions;
  const most = mostViews(changes.operations.length);
  const counts = countChanges(changes);
  return {
    kind: 'changes',
    api: after.api,
    version: after.version,
    slug: before.version,
    from: before.version,
    title: `What changed from ${before.version} to ${after.version}`,
    excerpt: excerptOf(after, before, counts),
    counts,
    shared: sharedViews(changes.shared, after),
    operations: changes.operations.map((operation) => buildOperation(operation, versions, most)),
    otherVersions,
  };
}

function buildOperation(change: OperationChange, { before, after }: Versions, most: number): OperationChanges {
  const was = change.before && operationLink(before, change.before);
  const is = change.after && operationLink(after, change.after);
  const { views, more } = changeViews(change.changes, most);
  return {
    kind: change.kind,
    anchor: anchorOf(change),
    title: (is ?? was)?.title ?? '',
    method: (is ?? was)?.method ?? '',
    path: (change.after ?? change.before)?.path ?? '',
    ...(was && { before: was }),
    ...(is && { after: is }),
    ...(change.also.length > 0 && { also: change.also.map((operation) => operationLink(after, operation)) }),
    breaking: countBreaking(change),
    changes: views,
    ...(more > 0 && { more }),
  };
}

/** An operation that is gone breaks whoever calls it. */
export function countBreaking({ kind, changes }: OperationChange): number {
  return kind === 'removed' ? 1 : changes.filter(({ isBreaking }) => isBreaking).length;
}

function countChanges({ shared, operations }: ContractChanges): ChangeCounts {
  const of = (wanted: OperationChange['kind']) => operations.filter(({ kind }) => kind === wanted).length;
  const breaking = operations.reduce((sum, operation) => sum + countBreaking(operation), 0);
  return {
    breaking: breaking + shared.filter(({ change }) => change.isBreaking).length,
    added: of('added'),
    changed: of('changed') + of('deprecated'),
    removed: of('removed'),
    deprecated: of('deprecated'),
  };
}

function excerptOf({ info, version }: Contract, { version: from }: Contract, counts: ChangeCounts): string {
  const { breaking, added, changed, removed } = counts;
  return `${info.title}, ${from} to ${version}: ${added} operations new, ${changed} changed, ${removed} removed; ${breaking} changes can break an integration.`;
}
