import type { OperationPage } from '../../../../contract/reference-page';
import { keyPlaces, type PlacedCredential } from '../request';
import type { Credential } from './credential';

/** What the live key of this portal is held as. No scheme of a description has a space in its name. */
export const portalKey = 'portal key';

/** The gateway's header for server variables: `X-Portal-Server: region=us`. */
const serverHeader = 'X-Portal-Server';

/** The live key where the operation wants a credential; also where it wants none, since the key is what leads to live. */
export function placedLiveKey(page: OperationPage, key: string): readonly PlacedCredential[] {
  const places = keyPlaces(page);
  return (places.length > 0 ? places : [{ kind: 'bearer' as const }]).map((place) => ({ place, value: key }));
}

export function placedVariables(values: Readonly<Record<string, string>>): readonly PlacedCredential[] {
  const text = new URLSearchParams(values).toString();
  return text === '' ? [] : [{ place: { kind: 'header', name: serverHeader }, value: text }];
}

/** Why a credential does not belong in an environment, as a sentence; null where it may. */
export function misplaced(credential: Credential, environment: 'sandbox' | 'live'): string | null {
  const text = credential.kind === 'basic' ? credential.user : credential.text;
  if (environment === 'sandbox' && text.startsWith('ptl_live_')) {
    return 'This is a live key, and the sandbox is chosen. Choose “Live” first, or use a key that starts with ptl_test_.';
  }
  if (environment === 'live' && text.startsWith('ptl_test_')) {
    return 'This is a sandbox key, and live is chosen. Choose “Sandbox”, or use a key that starts with ptl_live_.';
  }
  return null;
}
