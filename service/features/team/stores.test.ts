import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { portalMigrations } from '../../migrations.ts';
import { boardStoreContract } from './board-store.contract.ts';
import { noteStoreContract } from './note-store.contract.ts';
import { sqlBoardStore } from './sql-board-store.ts';
import { sqlNoteStore } from './sql-note-store.ts';
import { sqlPartnerStore } from './sql-partner-store.ts';

describeOnBothDatabases('the board', (open) =>
  boardStoreContract(async () => {
    const database = await open(portalMigrations);
    return { board: sqlBoardStore(database), partners: sqlPartnerStore(database), database };
  }),
);

describeOnBothDatabases('notes', (open) =>
  noteStoreContract(async () => {
    const database = await open(portalMigrations);
    return { store: sqlNoteStore(database), database };
  }),
);
