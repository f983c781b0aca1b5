import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { feedbackStoreContract } from './feedback-store.contract.ts';
import { feedbackMigrations } from './migrations.ts';
import { sqlFeedbackStore } from './sql-feedback-store.ts';

describeOnBothDatabases('the feedback store', (open) =>
  feedbackStoreContract(async () => sqlFeedbackStore(await open(feedbackMigrations))),
);
