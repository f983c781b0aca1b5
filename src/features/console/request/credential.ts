import type { OperationPage, SecurityView } from '../../../../contract/reference-page';

/** Stands for the key where a request is shown: an address or header can be read out loud with it. */
export const maskedKey = 'YOUR_KEY';

/** Where the portal's key goes in a request. The gateway takes it in each of these places. */
export type KeyPlace =
  | { readonly kind: 'bearer' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'query'; readonly name: string };

/** A credential and where it goes. */
export interface PlacedCredential {
  readonly place: KeyPlace;
  readonly value: string;
}

/**
 * Where this operation wants its credential, by the first of its security alternatives that asks for one; empty where it
 * asks for none. A page cannot set cookies, so a key that belongs in a cookie goes as a bearer token instead.
 */
export function keyPlaces(page: OperationPage): readonly KeyPlace[] {
  const alternative = page.security.find((schemes) => schemes.length > 0) ?? [];
  return alternative.map(placeOf);
}

function placeOf({ type, scheme, in: place, parameterName }: SecurityView): KeyPlace {
  if (type === 'http' && scheme?.toLowerCase() === 'basic') return { kind: 'basic' };
  if (type === 'apiKey' && parameterName && (place === 'header' || place === 'query')) {
    return { kind: place, name: parameterName };
  }
  return { kind: 'bearer' };
}
