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
      secret: undefined,
      smtp: null,
      trustProxy: false,
    });
  });

  test('take relative folders from the working folder, and absolute ones as they are', () => {
    const settings = readSettings({ PORTAL_DATA: 'state', PORTAL_BUILD: '/var/build' }, '/srv');
    expect([settings.dataFolder, settings.buildFolder]).toEqual(['/srv/state', '/var/build']);
  });

  test('take a mail server together with a sender', () => {
    const given = {
      SMTP_URL: 'smtps://user:word@mail.example.com:465',
      MAIL_FROM: 'Cardea <developers@cardea.example>',
    };
    expect(readSettings(given, '/srv').smtp).toEqual({ url: given.SMTP_URL, from: given.MAIL_FROM });
    expect(() => readSettings({ ...given, MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, '/srv')).toThrow('MAIL_FROM');
  });

  test.each([
    ['PORT', '80a', 'PORT is "80a", which is no port'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '-1', 'PORT is "-1"'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud", which is no level. Set it to one of fatal, error'],
    ['SMTP_URL', 'mail.example.com', 'SMTP_URL is no address of a mail server'],
    ['SMTP_URL', 'smtp://mail.example.com', 'MAIL_FROM is no sender'],
    ['TRUST_PROXY', 'yes', 'TRUST_PROXY is "yes". Set it to true or false.'],
  ])('refuse %s=%s in a sentence', (name, value, sentence) => {
    expect(() => readSettings({ [name]: value }, '/srv')).toThrow(sentence);
  });
});
