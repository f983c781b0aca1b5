import { hashOf } from '../../service/features/keys/key-format.ts';
import { sqlKeyStore } from '../../service/features/keys/index.ts';
import { openDatabase } from '../../service/platform/database/index.ts';

export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
}

/** Every fifth. */
const share = 5;

/** Revokes some of these keys while the service runs, as the command line does: from another process. They are revoked when it resolves. */
export async function revokeSome(place: Place, keys: readonly string[]): Promise<readonly string[]> {
  const chosen = keys.filter((_, index) => index % share === 0);
  const database = await openDatabase(place);
  try {
    const store = sqlKeyStore(database);
    for (const text of chosen) {
      const key = await store.findByHash(hashOf(text));
      if (key === null || !(await store.revoke(key.id, new Date())))
        throw new Error('An acknowledged key is not there.');
    }
  } finally {
    await database.close();
  }
  return chosen;
}
