import { isObject } from '../read/json-value.ts';
import type { Creation, OperationRules, RefusalStatus, Requirement, Selection } from './rules.ts';
import type { Saying } from './saying.ts';

/** What `x-sandbox` says at an operation, of the right shape. */
export function readOperationRules(said: Saying): OperationRules {
  return {
    requires: said.list('requires').flatMap(readRequirement),
    sets: said.assignments('sets'),
    creates: said.list('creates').map(readCreation),
    removes: said.list('removes').map(readSelection),
  };
}

export function readCreation(said: Saying): Creation {
  return { in: said.collection('in'), with: said.assignments('with'), idTo: said.text('idTo') };
}

function readSelection(said: Saying): Selection {
  return { in: said.collection('in'), where: said.assignments('where') };
}

function readRequirement(said: Saying): readonly Requirement[] {
  const that = readThat(said);
  if (that === undefined) return [];
  const status = (said.value.status as RefusalStatus | undefined) ?? 409;
  return [{ that, status, detail: said.text('detail'), example: said.text('example') }];
}

function readThat(said: Saying): Requirement['that'] | undefined {
  const { value } = said;
  if ((value.member === undefined) === (value.none === undefined)) {
    said.wrong([], 'says neither or both of "member" and "none". Say one: what is looked at.');
    return undefined;
  }
  if (value.none !== undefined) {
    if (!isObject(value.where)) {
      said.wrong([], 'says "none" without "where". Add the members that tell which items must not be there.');
    }
    return { kind: 'none', in: said.collection('none'), where: said.assignments('where') };
  }
  if (['in', 'notIn', 'after', 'before'].every((key) => value[key] === undefined)) {
    said.wrong(
      [],
      'says no value. Add "in" or "notIn" with those that the member may or may not have, or "after" or "before".',
    );
  }
  const timeOf = (key: string) => (value[key] === undefined ? undefined : said.template(key));
  return {
    kind: 'member',
    member: memberIn(said),
    in: said.values('in'),
    notIn: said.values('notIn'),
    after: timeOf('after'),
    before: timeOf('before'),
  };
}

/** A member of the item by its name, or one of the request as a value. */
function memberIn(said: Saying): string {
  const member = said.text('member') ?? '';
  if (member.startsWith('$')) said.template('member');
  return member;
}
