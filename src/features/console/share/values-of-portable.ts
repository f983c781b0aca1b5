import type { OperationPage } from '../../../../contract/reference-page';
import { operationKey } from '../memory';
import { fieldKey, fieldsOf, initialValues, type FormValues } from '../request';
import { isSecretParameter } from './portable-of';
import { leftOutWords, type PortableRequest } from './portable-request';

export type PortableReading =
  | {
      readonly kind: 'values';
      readonly values: FormValues;
      /** Sentences on what is not as it was when it was kept. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'other-operation'; readonly operation: string };

/** The form that a portable request fills in; what this operation does not have is left out, and said. */
export function valuesOfPortable(page: OperationPage, portable: PortableRequest): PortableReading {
  if (portable.operation !== operationKey(page)) return { kind: 'other-operation', operation: portable.operation };
  const fields = fieldsOf(page).filter((field) => !isSecretParameter(page, field));
  const known = new Set(fields.map(fieldKey));
  const empty = fieldsOf(page).map((field) => [fieldKey(field), ''] as const);
  const taken = Object.entries(portable.parameters).filter(([key]) => known.has(key));
  const foreign = Object.keys(portable.parameters).filter((key) => !known.has(key));
  const content = page.body?.content ?? [];
  const wanted = content.findIndex(({ type }) => type === portable.mediaType);
  const lacksType = portable.mediaType !== undefined && wanted === -1;
  const values: FormValues = {
    parameters: Object.fromEntries([...empty, ...taken]),
    mediaType: wanted === -1 ? initialValues(page).mediaType : wanted,
    body: page.body ? (portable.body ?? '') : '',
    ...(portable.partTypes && { partTypes: portable.partTypes }),
  };
  const without = leftOutWords(portable.leftOut);
  const notes = [
    foreign.length > 0 ? `This operation does not take ${foreign.map(nameOf).join(', ')}: left out.` : '',
    lacksType && page.body ? `The body is not ${portable.mediaType} any more.` : '',
    lacksType && !page.body && portable.body !== undefined ? 'This operation takes no body: left out.' : '',
    without === '' ? '' : `It comes without ${without}.`,
  ];
  return { kind: 'values', values, notes: notes.filter((note) => note !== '') };
}

/** `limit` of `query:limit`, short enough for a sentence. */
function nameOf(key: string): string {
  const name = key.slice(key.indexOf(':') + 1);
  return `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”`;
}
