import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aContract } from '../../../contract/model.fixture.ts';
import type { Schema } from '../../../contract/model.ts';
import { ContractDigests } from './contract-digests.ts';
import { MadePages } from './made-pages.ts';

describe('a digest', () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const offer = { properties: { holder: ref('Holder') } };
  const holder = { properties: { address: ref('Address'), friend: ref('Holder') } };
  const digestOf = (schemas: Record<string, Schema>, value: unknown = ref('Offer')) =>
    new ContractDigests(aContract([], schemas)).of(value);
  const before = digestOf({ Offer: offer, Holder: holder, Address: { type: 'string' } });

  test('is the same for the same, also where a schema refers to itself', () => {
    expect(digestOf({ Address: { type: 'string' }, Offer: { ...offer }, Holder: holder })).toBe(before);
  });

  test('changes with what is referred to, however far away', () => {
    expect(digestOf({ Offer: offer, Holder: holder, Address: { type: 'object' } })).not.toBe(before);
  });

  test('changes with each of those that refer to each other, whichever is asked for first', () => {
    const round = (end: Schema) => ({
      A: { items: ref('B') },
      B: { items: ref('C') },
      C: { items: ref('A'), not: ref('End') },
      End: end,
    });
    for (const start of ['A', 'B', 'C']) {
      const now = digestOf(round({ type: 'string' }), ref(start));
      expect(digestOf(round({ type: 'string' }), ref(start))).toBe(now);
      expect(digestOf(round({ type: 'number' }), ref(start))).not.toBe(now);
    }
  });

  test('is the same whatever was digested before', () => {
    const schemas = { Offer: offer, Holder: holder, Address: { type: 'string' } };
    const digests = new ContractDigests(aContract([], schemas));
    digests.of(ref('Address'));
    digests.of(ref('Holder'));
    expect(digests.of(ref('Offer'))).toBe(before);
  });

  test('is made of a chain of 20,000 schemas', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [`S${at}`, { items: ref(`S${at + 1}`) }]),
    );
    expect(digestOf({ ...chain, S20000: {} }, ref('S0'))).not.toBe(
      digestOf({ ...chain, S20000: { type: 'null' } }, ref('S0')),
    );
  });

  test('does not change with what is not referred to', () => {
    const schemas = { Offer: offer, Holder: holder, Address: { type: 'string' }, Other: { type: 'null' } };
    expect(digestOf(schemas)).toBe(before);
  });
});

describe('pages of the build before', () => {
  async function file() {
    const folder = await mkdtemp(path.join(tmpdir(), 'portolan-made-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return path.join(folder, 'made-pages.json');
  }

  function build(where: string, stamp: string, pages: Record<string, string>) {
    const made = new MadePages(where, stamp);
    const same = Object.entries(pages).filter(([page, digest]) => made.isSame(page, digest));
    made.write();
    return same.map(([page]) => page);
  }

  test('are left as they are when they are made from the same', async () => {
    const where = await file();
    expect(build(where, 'code', { a: '1', b: '2' })).toEqual([]);
    expect(build(where, 'code', { a: '1', b: '3', c: '4' })).toEqual(['a']);
  });

  test('are made again when the code has changed', async () => {
    const where = await file();
    build(where, 'code', { a: '1' });
    expect(build(where, 'other code', { a: '1' })).toEqual([]);
  });
});
