import { describe, expect, test } from 'vitest';
import { operationPage } from '../page.fixture';
import type { RequestDescription } from '../request';
import { createConfirmations } from './confirmations';
import { createEnvironmentStore, wrongVariables } from './environment-store';

const server = {
  variables: { region: { values: ['eu', 'us'] }, tenant: { pattern: '[a-z]{3}', default: 'abc' } },
};
const notes = operationPage({ api: 'notes', version: 'v1' });
const other = operationPage({ api: 'other', version: 'v1' });
const old = operationPage({ api: 'notes', version: 'v0' });

function device(kept: Record<string, string> = {}) {
  const items = new Map(Object.entries(kept));
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  };
}

describe('the environment of an API', () => {
  test('is the sandbox until somebody chooses, and then for that API only', () => {
    const store = createEnvironmentStore(null, { 'notes/v1': server, 'other/v1': server });
    expect(store.environmentOf(notes)).toBe('sandbox');
    store.choose(notes, 'live');
    expect([store.environmentOf(notes), store.environmentOf(other)]).toEqual(['live', 'sandbox']);
  });

  test('is always the sandbox for a version that has no live server', () => {
    const store = createEnvironmentStore(null, { 'notes/v1': server });
    store.choose(notes, 'live');
    expect([store.environmentOf(old), store.liveOf(old)]).toEqual(['sandbox', null]);
  });

  test('is remembered on the device, with the server variables', () => {
    const storage = device();
    const store = createEnvironmentStore(storage, { 'notes/v1': server });
    store.choose(notes, 'live');
    store.setVariable(notes, 'region', 'us');
    const later = createEnvironmentStore(storage, { 'notes/v1': server });
    expect(later.environmentOf(notes)).toBe('live');
    expect(later.variablesOf(notes)).toEqual({ region: 'us', tenant: 'abc' });
  });

  test.each(['nonsense', '7', '{"environment":"production","variables":[1]}', '{"variables":null}'])(
    'is the sandbox where what is kept is not ours: %s',
    (text) => {
      const store = createEnvironmentStore(device({ 'portolan.environment.notes': text }), { 'notes/v1': server });
      expect(store.environmentOf(notes)).toBe('sandbox');
      expect(store.variablesOf(notes)).toEqual({ region: 'eu', tenant: 'abc' });
    },
  );

  test('works where the device lets nothing be kept', () => {
    const refusing = {
      getItem: (): string => {
        throw new Error('forbidden');
      },
      setItem: (): void => {
        throw new Error('full');
      },
    };
    const store = createEnvironmentStore(refusing, { 'notes/v1': server });
    store.choose(notes, 'live');
    expect(store.environmentOf(notes)).toBe('live');
  });

  test('tells which variables the gateway would refuse', () => {
    expect(wrongVariables(server, { region: 'eu', tenant: 'abc' })).toEqual([]);
    expect(wrongVariables(server, { region: 'cn', tenant: 'a/b' })).toEqual(['region', 'tenant']);
  });
});

describe('a write to live', () => {
  const request = (method: string, part: Partial<RequestDescription> = {}): RequestDescription => ({
    ...{
      method,
      url: 'https://portal.example/gateway/notes/v1/notes?api_key=secret',
      headers: [],
      cookies: [],
      user: null,
    },
    content: { kind: 'none' },
    ...part,
  });
  const set = (environment: 'sandbox' | 'live') => createConfirmations({ environmentOf: () => environment });
  const signal = () => new AbortController().signal;

  test.each(['GET', 'HEAD', 'OPTIONS', 'QUERY'])('is none with %s', async (method) => {
    expect(await set('live').confirm(notes, request(method), signal())).toBe(true);
  });

  test('needs no word in the sandbox', async () => {
    expect(await set('sandbox').confirm(notes, request('DELETE'), signal())).toBe(true);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PURGE'])('waits for a word: %s', async (method) => {
    const confirmations = set('live');
    const waiting = confirmations.confirm(notes, request(method), signal());
    expect(confirmations.pending()).toMatchObject({ api: 'notes', method, path: '/notes' });
    confirmations.pending()?.answer(true);
    expect(await waiting).toBe(true);
    expect(confirmations.pending()).toBeNull();
  });

  test.each<[string, Partial<RequestDescription>]>([
    ['in a header', { headers: [['X-Api-Key', 'ptl_live_x']] }],
    ['as a user name', { user: 'ptl_live_x' }],
    ['in the address', { url: '/gateway/notes/v1/notes?k=ptl_live_x' }],
  ])('is one too where the sandbox is chosen and a live key is sent: %s', (_, part) => {
    const confirmations = set('sandbox');
    void confirmations.confirm(notes, request('POST', part), signal());
    expect(confirmations.pending()).not.toBeNull();
  });

  test('is not sent when it is taken back, cancelled, or another takes its place', async () => {
    const confirmations = set('live');
    const taken = confirmations.confirm(notes, request('POST'), signal());
    confirmations.pending()?.answer(false);
    expect(await taken).toBe(false);

    const controller = new AbortController();
    const cancelled = confirmations.confirm(notes, request('POST'), controller.signal);
    controller.abort();
    expect(await cancelled).toBe(false);
    expect(confirmations.pending()).toBeNull();

    const first = confirmations.confirm(notes, request('POST'), signal());
    void confirmations.confirm(notes, request('DELETE'), signal());
    expect(await first).toBe(false);
    expect(confirmations.pending()?.method).toBe('DELETE');
  });
});
