import { groupChanges, type Change, type ContractChanges, type OperationChange } from '../contract/changes/index.ts';
import type { Operation } from '../contract/model.ts';

export function isBreaking({ shared, operations }: ContractChanges): boolean {
  return (
    shared.some(({ change }) => change.isBreaking) ||
    operations.some((one) => one.kind === 'removed' || one.changes.some((change) => change.isBreaking))
  );
}

/** For programs: operations by id, changes with the names of their rules. */
export function changesAsJson(changes: ContractChanges): string {
  const report = {
    breaking: isBreaking(changes),
    shared: changes.shared.map(({ change, except }) => ({ ...change, except: except.map(({ id }) => id) })),
    operations: changes.operations.map(({ kind, before, after, also, changes: own }) => ({
      kind,
      before: before && nameForPrograms(before),
      after: after && nameForPrograms(after),
      also: also.map(({ id }) => id),
      changes: own,
    })),
  };
  return JSON.stringify(report, null, 2);
}

const nameForPrograms = ({ id, method, path }: Operation) => ({ id, method, path });

/** For people, as the page says it; `!` stands before what can break an integration. */
export function changesAsText({ shared, operations }: ContractChanges): string {
  const blocks = [
    ...(shared.length > 0 ? [['For all operations', ...linesOf(shared.map(({ change }) => change))]] : []),
    ...operations.map((operation) => [headingOf(operation), ...linesOf(operation.changes)]),
  ];
  if (blocks.length === 0) return 'Nothing that an integration can notice changed.';
  return printable(blocks.map((lines) => lines.join('\n')).join('\n\n'));
}

function headingOf({ kind, before, after }: OperationChange): string {
  const [operation] = [after, before].filter((one) => one !== undefined);
  const mark = kind === 'removed' ? '! ' : '';
  return `${mark}${kind}  ${operation?.method.toUpperCase()} ${operation?.path}  ${operation?.summary}`;
}

const linesOf = (changes: readonly Change[]) =>
  groupChanges(changes).map(({ isBreaking: breaks, where, names, text }) => {
    const what = names.length > 0 ? `: ${names.join(', ')}` : '';
    return `  ${breaks ? '!' : ' '} ${where}${what} ${text}`;
  });

/** Names come from descriptions: none of them may move the terminal's cursor or colour it. */
// eslint-disable-next-line no-control-regex
const printable = (text: string) => text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
