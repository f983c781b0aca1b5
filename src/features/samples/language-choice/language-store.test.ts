import { describe, expect, test, vi } from 'vitest';
import { createLanguageStore } from './language-store';

type Host = ReturnType<Parameters<typeof createLanguageStore>[0]>;

function aHost(stored: Record<string, string> = {}, refuses = false): Host & { tell: (event: object) => void } {
  let listener: ((event: object) => void) | undefined;
  const localStorage = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value;
    },
  } as Storage;
  return {
    get localStorage() {
      if (refuses) throw new DOMException('no', 'SecurityError');
      return localStorage;
    },
    addEventListener: ((_type: string, listen: (event: object) => void) => {
      listener = listen;
    }) as Host['addEventListener'],
    tell: (event) => listener?.(event),
  };
}

describe('the reader’s language', () => {
  test('is what was chosen on this device', () => {
    expect(createLanguageStore(() => aHost({ 'portolan.language': 'kotlin' })).get()).toBe('kotlin');
  });

  test.each([undefined, '', 'cobol', '__proto__'])('is the first one where %j is stored', (value) => {
    expect(createLanguageStore(() => aHost(value === undefined ? {} : { 'portolan.language': value })).get()).toBe(
      'shell',
    );
  });

  test('lasts as long as the page where storage is refused', () => {
    const store = createLanguageStore(() => aHost({}, true));
    store.set('ruby');
    expect(store.get()).toBe('ruby');
  });

  test('is told to all who follow, also from another tab', () => {
    const host = aHost();
    const store = createLanguageStore(() => host);
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    store.set('go');
    host.tell({ key: 'portolan.language', newValue: 'swift' });
    host.tell({ key: 'theme', newValue: 'dark' });
    expect(heard).toHaveBeenCalledTimes(2);
    expect(store.get()).toBe('swift');
    stop();
    store.set('go');
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
