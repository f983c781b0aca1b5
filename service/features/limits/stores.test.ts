import { describe } from 'vitest';
import { describeOnBothDatabases } from '../../../tests/support/databases.ts';
import { bucketStoreContract } from './bucket-store.contract.ts';
import { dayStoreContract } from './day-store.contract.ts';
import { memoryBucketStore } from './memory-bucket-store.ts';
import { limitsMigrations } from './migrations.ts';
import { sqlBucketStore } from './sql-bucket-store.ts';
import { sqlDayStore } from './sql-day-store.ts';

describe('buckets in memory', () => bucketStoreContract(async () => memoryBucketStore()));

describeOnBothDatabases('buckets and days', (open) => {
  bucketStoreContract(async () => sqlBucketStore(await open(limitsMigrations)));
  dayStoreContract(async () => sqlDayStore(await open(limitsMigrations)));
});
