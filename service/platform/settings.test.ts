import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

describe('settings', () => {
  test('have defaults', () => {
    expect(readSettings({ PORT: ' ', DATABASE_URL: '' }, '/srv')).toEqual({
      port: 3000,
      host: 'localhost',
      databaseUrl: undefined,
      dataFolder: '/srv/.data',
      buildFolder: '/srv/build',
      logLevel: 'info',
      metricsToken: undefined,
      trustProxy: false,
    });
  });

  test('take relative folders from the working folder, and absolute ones as they are', () => {
    const settings = readSettings({ PORTAL_DATA: 'state', PORTAL_BUILD: '/var/build' }, '/srv');
    expect([settings.dataFolder, settings.buildFolder]).toEqual(['/srv/state', '/var/build']);
  });

  test.each([
    ['PORT', '80a', 'PORT is "80a", which is no port'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '-1', 'PORT is "-1"'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud", which is no level. Set it to one of fatal, error'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY is "yes". Set it to true or false.'],
  ])('refuse %s=%s in a sentence', (name, value, sentence) => {
    expect(() => readSettings({ [name]: value }, '/srv')).toThrow(sentence);
  });
});
