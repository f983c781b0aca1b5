import type { Auth } from '../identity/auth.ts';

/**
 * Sends a link to sign in to an invited address. Whoever is invited may sign up, also where nobody else may: the account is made here, and the
 * link confirms that the address is theirs.
 */
export async function sendInvitedLink({ api, $context }: Auth, email: string): Promise<void> {
  const { internalAdapter } = await $context;
  const name = email.split('@', 1)[0] ?? email;
  if ((await internalAdapter.findUserByEmail(email)) === null) {
    await internalAdapter.createUser({ email, name, emailVerified: false }, { method: 'magic-link' });
  }
  await api.signInMagicLink({ body: { email, name }, headers: new Headers() });
}
