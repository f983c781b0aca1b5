import { describe, expect, test } from 'vitest';
import type { LoadedLimits } from '../../../contract/read/index.ts';
import { policyFor } from './limit-class.ts';

const limits: LoadedLimits = {
  burstSeconds: 60,
  classes: [
    { id: 'issue', methods: [], operations: ['cardea/v2/createOffer'], requestsPerMinute: 30, burstSeconds: 10 },
    { id: 'write', methods: ['POST', 'DELETE'], operations: [], requestsPerMinute: 300, burstSeconds: 60 },
  ],
};
const operation = { api: 'cardea', version: 'v2', id: 'other', method: 'get' };

describe('a request counts by', () => {
  test.each([
    ['the default, where no class names its operation', operation, 'default', 120, 60],
    ['the class of its method, up to what its key may send', { ...operation, method: 'post' }, 'write', 120, 60],
    ['the first class that names it', { ...operation, id: 'createOffer', method: 'post' }, 'issue', 5, 10],
    ['no class of another version', { ...operation, version: 'v1', id: 'createOffer' }, 'default', 120, 60],
  ])('%s', (_, of, name, quota, windowSeconds) => {
    expect(policyFor(limits, 120, of)).toMatchObject({ name, quota, windowSeconds });
  });
});
