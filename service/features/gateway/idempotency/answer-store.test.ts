import { describeOnBothDatabases } from '../../../../tests/support/databases.ts';
import { gatewayMigrations } from '../migrations.ts';
import { answerStoreContract } from './answer-store.contract.ts';
import { sqlAnswerStore } from './sql-answer-store.ts';

describeOnBothDatabases('first answers', (open) => {
  answerStoreContract(async () => sqlAnswerStore(await open(gatewayMigrations)));
});
