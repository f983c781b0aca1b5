import type { GuestKeys } from './guest-keys';
import type { Outcome, PortalProblem } from './problem';

/** Makes a call with the visitor's key, and once more with a new one where the service says that the key has ended. */
export async function withGuestKey<Value>(
  keys: Pick<GuestKeys, 'obtain' | 'drop'>,
  call: (key: string) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const held = await keys.obtain();
  if (held.kind === 'problem') return held;
  const outcome = await call(held.value.key);
  if (outcome.kind === 'ok' || !isEndedKey(outcome.problem)) return outcome;
  keys.drop(held.value.key);
  const renewed = await keys.obtain();
  return renewed.kind === 'problem' ? renewed : call(renewed.value.key);
}

export function isEndedKey({ code }: PortalProblem): boolean {
  return code === 'key-expired' || code === 'key-revoked' || code === 'key-unknown';
}
