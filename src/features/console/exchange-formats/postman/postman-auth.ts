import { percentEncode } from '../../request/percent-encode';
import type { Pair } from '../foreign-request';
import { fieldOf, listField, textField } from '../json-fields';

type Fill = (text: string) => string;

/** Where the credential of an `auth` goes in a request. */
export interface PostmanAuth {
  readonly place: (fill: Fill) => {
    readonly headers: readonly Pair[];
    /** Each `name=value`, encoded. */
    readonly query: readonly string[];
    readonly user: string | null;
  };
}

const nothing = { headers: [], query: [], user: null };

/** Null where the item says nothing, and what stands around it holds; `noauth` is something. Kinds that sign a request are nothing here. */
export function postmanAuth(auth: unknown): PostmanAuth | null {
  const type = textField(auth, 'type');
  if (type === '') return null;
  const value = (name: string, fill: Fill): string => fill(memberOf(fieldOf(auth, type), name));
  return {
    place(fill) {
      switch (type) {
        case 'bearer':
          return { ...nothing, headers: [['Authorization', `Bearer ${value('token', fill)}`]] };
        case 'oauth2':
          return value('accessToken', fill) === ''
            ? nothing
            : { ...nothing, headers: [['Authorization', `Bearer ${value('accessToken', fill)}`]] };
        case 'basic':
          return { ...nothing, user: `${value('username', fill)}:${value('password', fill)}` };
        case 'apikey': {
          const [key, text] = [value('key', fill), value('value', fill)];
          if (key === '') return nothing;
          return value('in', fill) === 'query'
            ? { ...nothing, query: [`${percentEncode(key)}=${percentEncode(text)}`] }
            : { ...nothing, headers: [[key, text]] };
        }
        default:
          return nothing;
      }
    },
  };
}

/** Version 2.1 has a list of key and value, 2.0 an object. */
function memberOf(members: unknown, name: string): string {
  if (!Array.isArray(members)) return textField(members, name);
  const found = listField({ members }, 'members').find((member) => textField(member, 'key') === name);
  return textField(found, 'value');
}
