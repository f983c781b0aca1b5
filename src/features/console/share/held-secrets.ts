import type { OperationPage } from '../../../../contract/reference-page';
import { heldKey, type GuestKeys } from '../../../portal-client';
import type { ConsoleCredentials } from '../credentials';
import { credentialPlace } from '../credentials/credential-store';

interface Holders {
  readonly keys: GuestKeys;
  readonly credentials?: ConsoleCredentials;
}

/** Everything secret that is held for the page's API at the moment: what is kept or shared must have none of it. */
export function heldSecrets(page: OperationPage, { keys, credentials }: Holders): readonly string[] {
  const places = (['sandbox', 'live'] as const).map((environment) => credentialPlace(page, environment));
  const held = places.flatMap((place) => Object.values(credentials?.store.read(place).held ?? {}));
  const secrets = held.flatMap((credential) => {
    if (credential.kind === 'basic') return [credential.password, basicPair(credential)];
    return credential.kind === 'token' ? [credential.text, credential.refreshToken ?? ''] : [credential.text];
  });
  return [heldKey(keys.state())?.key ?? '', ...secrets].filter((secret) => secret !== '');
}

/** As it goes in a header (RFC 7617 §2). */
function basicPair({ user, password }: { readonly user: string; readonly password: string }): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)));
}
