import type { AskedFields } from './decide-feedback.ts';

/** The fields of a posted form, as text (https://url.spec.whatwg.org/#application/x-www-form-urlencoded). */
export function parseForm(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}

/** From a body that is valid by the contract: a form's `helpful` is text. */
export function toFields(body: Omit<AskedFields, 'helpful'> & { helpful?: boolean | 'true' | 'false' }): AskedFields {
  const { helpful, ...rest } = body;
  return helpful === undefined ? rest : { ...rest, helpful: helpful === true || helpful === 'true' };
}
