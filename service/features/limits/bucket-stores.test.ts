import { describe } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { bucketStoreContract } from './bucket-store.contract.ts';
import { memoryBucketStore } from './memory-bucket-store.ts';
import { limitsMigrations } from './migrations.ts';
import { sqlBucketStore } from './sql-bucket-store.ts';

describe('buckets in memory', () => bucketStoreContract(async () => memoryBucketStore()));

describeOnBothDatabases('buckets', (open) => {
  bucketStoreContract(async () => sqlBucketStore(await open(limitsMigrations)));
});
