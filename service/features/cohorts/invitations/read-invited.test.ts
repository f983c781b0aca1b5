import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostRows, readInvited } from './read-invited.ts';

const ada = { line: 2, email: 'ada@uni.example', organization: 'Uni Köln', name: 'Ada Lovelace' };
const rowsOf = (text: string) => readInvited(text).rows;

describe('a file that is good', () => {
  test.each<[string, string]>([
    ['with commas', 'email,organization,name\nada@uni.example,Uni Köln,Ada Lovelace\n'],
    [
      'with semicolons, as spreadsheets write it',
      'email;organization;name\r\nada@uni.example;Uni Köln;Ada Lovelace\r\n',
    ],
    ['with tabs', 'email\torganization\tname\nada@uni.example\tUni Köln\tAda Lovelace'],
    ['with a byte order mark', '\uFEFFemail,organization,name\nada@uni.example,Uni Köln,Ada Lovelace'],
    ['with line ends of old', 'email,organization,name\rada@uni.example,Uni Köln,Ada Lovelace\r'],
    ['with columns in another order', 'name,e-mail,organization\nAda Lovelace,ada@uni.example,Uni Köln'],
    ['with columns called otherwise', 'Full name;E-Mail Address;Organisation\nAda Lovelace;ada@uni.example;Uni Köln'],
    ['with quotes', '"email","organization","name"\n"ada@uni.example","Uni Köln","Ada Lovelace"'],
    ['with spaces and capitals', ' Email , Organization , Name \n Ada@Uni.Example ,  Uni   Köln , Ada Lovelace '],
    ['with a line break in a quoted field', 'email,organization,name\nada@uni.example,"Uni\r\nKöln",Ada Lovelace'],
    ['with empty lines and rows', 'email,organization,name\nada@uni.example,Uni Köln,Ada Lovelace\n\n,,\n   \n'],
  ])('%s is read', (_, text) => {
    expect(readInvited(text)).toEqual({ rows: [ada], faults: [], ignored: [] });
  });

  test('may leave names out, and columns that mean nothing are told', () => {
    expect(readInvited('phone,email,organization\n123,ada@uni.example,Uni Köln')).toEqual({
      rows: [{ ...ada, name: '' }],
      faults: [],
      ignored: ['phone'],
    });
  });

  test('keeps quotation marks, commas and formulas that are part of a field', () => {
    const [row] = rowsOf('email,organization\nada@uni.example,"The ""Uni"", =1+1"');
    expect(row?.organization).toBe('The "Uni", =1+1');
  });

  test('counts lines as an editor does, over quoted line breaks and empty lines', () => {
    const text = 'email,organization\n\na@x.example,"One\nof\nthree"\n\nb@x.example,Two\n';
    expect(rowsOf(text).map(({ line }) => line)).toEqual([3, 7]);
  });
});

describe('a row that is bad', () => {
  const bad = (row: string) => {
    const { rows, faults } = readInvited(
      `email,organization,name\ngood@uni.example,Uni,Good\n${row}\nlast@uni.example,Uni,Last`,
    );
    expect(
      rows.map(({ email }) => email),
      'good rows are kept',
    ).toEqual(['good@uni.example', 'last@uni.example']);
    for (const { remedy } of faults) expect(remedy).toMatch(/\w.*\.$/);
    return faults.map(({ line, column, message }) => `${line} ${column ?? '-'} ${message}`);
  };

  test.each<[string, string[]]>([
    [',Uni,Ada', ['3 email is empty']],
    ['ada,Uni,Ada', ['3 email is no mail address: "ada"']],
    ['ada@uni,Uni,Ada', ['3 email is no mail address: "ada@uni"']],
    ['ada@@uni.example,Uni,Ada', ['3 email is no mail address: "ada@@uni.example"']],
    ['ädä@uni.example,Uni,Ada', ['3 email is no mail address: "ädä@uni.example"']],
    [
      '"ada@uni.example\nbcc: eve@evil.example",Uni,Ada',
      ['3 email is no mail address: "ada@uni.example\\nbcc: eve@evil.example"'],
    ],
    ['"ada@uni.example, eve@evil.example",Uni,', ['3 email is no mail address: "ada@uni.example, eve@evil.example"']],
    ['ada@uni.example,,Ada', ['3 organization is empty']],
    ['ada@uni.example', ['3 organization is empty']],
    ['nobody,,', ['3 email is no mail address: "nobody"', '3 organization is empty']],
    ['GOOD@uni.example,Uni,Ada', ['3 email is in line 2 already']],
    ['ada@uni.example,Uni, Ada, Lovelace', ['3 - has 4 fields, and the first line names 3 columns']],
    [`ada@uni.example,${'U'.repeat(101)},Ada`, ['3 organization has 101 characters']],
    [`ada@uni.example,Uni,${'A'.repeat(101)}`, ['3 name has 101 characters']],
    ['ada@uni.example,Uni\u202E,Ada', ['3 organization has signs that cannot be seen or read']],
    ['ada@uni.example,U\uFFFDni,Ada', ['3 organization has signs that cannot be seen or read']],
    ['ada@uni.example,"Uni"versity,Ada', ['3 - has a quotation mark where none can be']],
    ['ada@uni.example,"Uni,Ada', ['3 - has a quotation mark where none can be']],
    ['ada@uni.example,Uni "X",Ada', ['3 - has a quotation mark where none can be']],
    [`ada@uni.example,${'U'.repeat(5000)},Ada`, ['3 - is longer than 4096 bytes']],
  ])('%j is told with line and column, and how to mend it', (row, faults) => expect(bad(row)).toEqual(faults));
});

describe('a file that cannot be taken as a whole', () => {
  const whole = (text: string) => {
    const { rows, faults } = readInvited(text);
    expect(rows).toEqual([]);
    return faults.map(({ column, message }) => `${column ?? '-'} ${message}`);
  };

  test.each<[string, string[]]>([
    ['', ['- is empty']],
    ['\n\n', ['- is empty']],
    [
      'name\nAda',
      ['- names no column for the email; it has "name"', '- names no column for the organization; it has "name"'],
    ],
    [
      'ada@uni.example,Uni',
      [
        '- names no column for the email; it has "ada@uni.example", "Uni"',
        '- names no column for the organization; it has "ada@uni.example", "Uni"',
      ],
    ],
    ['email,organization,mail\na@x.example,Uni,b@x.example', ['mail is the email a second time']],
  ])('%j', (text, faults) => expect(whole(text)).toEqual(faults));

  test('more rows than are taken at once', () => {
    const file = (count: number) =>
      `email,organization\n${Array.from({ length: count }, (_, index) => `p${index}@uni.example,Uni`).join('\n')}`;
    expect(rowsOf(file(mostRows))).toHaveLength(mostRows);
    expect(whole(file(mostRows + 1))).toEqual([
      `- has ${mostRows + 1} rows, and at most ${mostRows} are taken at once`,
    ]);
  });
});

test('whatever a file holds, it is read, and each row is either good or told', () => {
  const cell = fc.oneof(
    fc.constantFrom('"', ',', ';', '\n', '\r\n', '@', 'a@x.example', '=1+1', '\u0000'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const { rows, faults } = readInvited(`email,organization,name\n${cells.join('')}`);
      for (const { email, organization } of rows)
        expect([email.includes('@'), organization !== '']).toEqual([true, true]);
      for (const { line } of faults) expect(line).toBeGreaterThan(0);
    }),
  );
});
