import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { portalSecret, seal } from './index.ts';

describe("the portal's secret", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is made at the first start, for its owner only, and is the same at the next one', () => {
    const first = portalSecret(undefined, join(folder, 'data'));
    expect(first).toHaveLength(32);
    expect(portalSecret(undefined, join(folder, 'data'))).toEqual(first);
    expect(statSync(join(folder, 'data/secret')).mode & 0o777).toBe(0o600);
  });

  test('is another one in another folder', () => {
    expect(portalSecret(undefined, join(folder, 'a'))).not.toEqual(portalSecret(undefined, join(folder, 'b')));
  });

  test('is what PORTAL_SECRET says, and then no file is written', () => {
    const given = 'x'.repeat(32);
    expect(portalSecret(given, folder)).toEqual(portalSecret(given, join(folder, 'other')));
    expect(() => statSync(join(folder, 'secret'))).toThrow('ENOENT');
  });

  test('is refused where it could be guessed, with what to do', () => {
    expect(() => portalSecret('short', folder)).toThrow(
      new StartError(
        'PORTAL_SECRET has 5 characters. Set it to at least 32, for instance what `openssl rand -base64 32` prints.',
      ),
    );
    writeFileSync(join(folder, 'secret'), '');
    expect(() => portalSecret(undefined, folder)).toThrow(/secret holds no secret of 32 characters/);
  });

  test('is named where it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => portalSecret(undefined, join(folder, 'file'))).toThrow(
      /file\/secret cannot be used .* or set PORTAL_SECRET/,
    );
  });

  test('does not stand in the file as it is used', () => {
    const secret = portalSecret(undefined, folder);
    expect(readFileSync(join(folder, 'secret'))).not.toEqual(secret);
  });
});

describe('a seal', () => {
  const secret = Buffer.alloc(32, 7);

  test('gives the text back, and does not show it', () => {
    const mail = seal(secret, 'mail');
    expect(mail.open(mail.close('Grüße'))).toBe('Grüße');
    expect(mail.close('Grüße')).not.toContain('Gr');
    expect(mail.close('same')).not.toBe(mail.close('same'));
  });

  test('opens nothing that was sealed for another purpose, with another secret, or changed', () => {
    const sealed = seal(secret, 'mail').close('text');
    expect(() => seal(secret, 'other').open(sealed)).toThrow();
    expect(() => seal(Buffer.alloc(32, 8), 'mail').open(sealed)).toThrow();
    expect(() => seal(secret, 'mail').open(`A${sealed.slice(1)}`)).toThrow();
  });
});
