import type { Auth } from '../identity/auth.ts';
import type { Session } from '../session.ts';
import { personJson } from '../session-json.ts';
import type { AccountDeps } from './account-deps.ts';

/** A person's account as the API shows it. */
export async function accountJson(
  { store, nameOfProvider }: Pick<AccountDeps, 'store' | 'nameOfProvider'>,
  api: Auth['api'],
  { person }: Session,
) {
  const { createdAt, hasPassword, hasSecondFactor, providers } = await store.find(person.id);
  return {
    person: personJson(person),
    created_at: createdAt.toISOString(),
    has_password: hasPassword,
    backup_codes_left: hasSecondFactor
      ? (await api.viewBackupCodes({ body: { userId: person.id } })).backupCodes.length
      : null,
    providers: providers.map(({ id, since }) => ({ id, name: nameOfProvider(id), since: since.toISOString() })),
  };
}
