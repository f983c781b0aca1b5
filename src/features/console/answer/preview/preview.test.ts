import { describe, expect, test } from 'vitest';
import { hexRow } from './hex-row';
import { indentXml } from './indent-xml';
import { readCsv, separatorOf } from './read-csv';
import { safeDocument } from './safe-document';

describe('CSV', () => {
  test.each<[string, string, string[][]]>([
    [
      'rows',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['quotes', '"a ""x""","b\nc",d', [['a "x"', 'b\nc', 'd']]],
    [
      'empty values',
      'a,,\n,b,',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    ['a quote that does not end', 'a,"b', [['a', '"b']]],
    ['nothing', '', []],
  ])('has %s', (_, text, rows) => {
    expect(readCsv(text, ',').rows).toEqual(rows);
  });

  test('is read up to a number of rows and columns', () => {
    expect(readCsv('a,b\n'.repeat(9000), ',')).toMatchObject({ isCut: true, rows: { length: 501 } });
    expect(readCsv('x,'.repeat(900), ',').rows[0]).toHaveLength(60);
  });

  test('may be separated by semicolons or tabs', () => {
    expect(separatorOf('a;b;c\n1,2;3', 'text/csv')).toBe(';');
    expect(readCsv('a\tb', separatorOf('', 'text/tab-separated-values')).rows).toEqual([['a', 'b']]);
  });
});

describe('XML', () => {
  test('has each element on its line, and text where it stood', () => {
    expect(indentXml('<?xml version="1.0"?><a x="1"><b>t &amp; <i>u</i></b><c/><!-- n --><d></d></a>')).toBe(
      '<?xml version="1.0"?>\n<a x="1">\n  <b>t &amp; <i>u</i></b>\n  <c/>\n  <!-- n -->\n  <d></d>\n</a>',
    );
  });

  test('stays as it is where white space counts, and keeps what is cut', () => {
    const kept = '<a xml:space="preserve"><b/></a>';
    expect(indentXml(kept)).toBe(kept);
    expect(indentXml('<a><b')).toBe('<a>\n  <b');
  });
});

test('bytes are shown as hex editors do', () => {
  expect(hexRow(new TextEncoder().encode('\u0089PNG\r\n0123456789ab'), 0)).toBe(
    '00000000  c2 89 50 4e 47 0d 0a 30  31 32 33 34 35 36 37 38  ..PNG..012345678',
  );
  expect(hexRow(Uint8Array.of(65), 0)).toBe(`00000000  41${' '.repeat(46)}  A`);
});

test('an HTML answer is framed with a policy that comes before anything of it', () => {
  const document = safeDocument('<script>alert(1)</script>');
  expect(document.indexOf('Content-Security-Policy')).toBeLessThan(document.indexOf('<script>'));
  expect(document).toContain("default-src 'none'");
});
