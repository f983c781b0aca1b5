import { isObject } from '../read/json-value.ts';
import { readCreation } from './read-operation-rules.ts';
import type { ItemRules, MemberRules } from './rules.ts';
import type { Saying } from './saying.ts';

/** What `x-sandbox` says at a schema, of the right shape. */
export function readSchemaRules(said: Saying): ItemRules & MemberRules {
  return {
    becomes: said.list('becomes').map((transition) => {
      const at = transition.template('at');
      if (at.kind !== 'time' && at.kind !== 'path') {
        transition.wrong(['at'], 'is no time. Write a member, as in "$item.expires_at" or "$item.created_at + PT5S".');
      }
      return {
        if: transition.conditions('if'),
        at,
        sets: transition.assignments('sets'),
        creates: transition.list('creates').map(readCreation),
      };
    }),
    unique: readUnique(said),
    refersTo: said.value.refersTo === undefined ? undefined : said.collection('refersTo'),
  };
}

function readUnique(said: Saying): MemberRules['unique'] {
  const { unique } = said.value;
  if (unique === undefined || unique === false) return undefined;
  if (unique === true) return { within: undefined };
  if (isObject(unique) && typeof unique.within === 'string' && Object.keys(unique).length === 1) {
    return { within: unique.within };
  }
  said.wrong(['unique'], 'must be true, or { within: the name of a member } for uniqueness among those that share it.');
  return undefined;
}
