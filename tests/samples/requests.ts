/** A request description of the console (`src/features/console/request`). */
export interface GivenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly cookies: readonly string[];
  readonly user: string | null;
  readonly content:
    | { readonly kind: 'none' }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'parts'; readonly parts: readonly (readonly [string, string, string?, undefined?, string?])[] }
    | { readonly kind: 'file'; readonly text: string; readonly fileName: string };
}

export interface NamedRequest {
  readonly name: string;
  readonly request: GivenRequest;
}

export interface GivenCase extends NamedRequest {
  /** Languages whose client cannot send it: their sample says so in a comment. */
  readonly cannot?: readonly string[];
}

const get: GivenRequest = { method: 'GET', url: '/a', headers: [], cookies: [], user: null, content: { kind: 'none' } };
const json = (text: string, part: Partial<GivenRequest> = {}): GivenRequest => ({
  ...get,
  method: 'POST',
  headers: [['Content-Type', 'application/json']],
  content: { kind: 'text', text },
  ...part,
});
const text = (plain: string, type = 'text/plain'): GivenRequest => ({
  ...json(plain),
  headers: [['Content-Type', type]],
});

/** What tries to end a literal, or to be run inside of it, in one language or another. */
export const hostile = [
  `' " \` \\ \\' \\" $(id) \`id\` $HOME \${HOME} #{1+1} %s %% {{7*7}} <?php ?> </script> \\(1+1) \\u0022 \\x41 ''' """ """"`,
  `"""\nends """ and "# "## ''' \` \${1} #{1} \\#(1) r#" \\`,
  `'; touch hacked; echo '`,
  `"); require("fs").writeFileSync("hacked", ""); ("`,
  `ends in a quote"`,
  `ends in a backslash\\`,
  `two\nlines with "quotes"`,
  `  all lines\n  are indented  \n\tand a tab\t\n  `,
  `carriage\r\nreturn \u0000 null \u001b escape \u0085 next \u2028 line \u2029 \ufeff`,
  `\u202e bidi \u200b zero \u{e0041} tag`,
  `Zoë, 東京, 👩‍💻, \u{1f600}, é`,
  `-n`,
  `@/etc/hostname`,
];

export const cases: readonly GivenCase[] = [
  { name: 'GET', request: get },
  {
    name: 'GET with a key',
    request: {
      ...get,
      headers: [
        ['Authorization', 'Bearer YOUR_KEY'],
        ['Accept', 'a/b, c/d'],
      ],
    },
  },
  {
    name: 'a query',
    request: { ...get, url: '/a%20b/c?q=%7B%22%24%28id%29%22%7D&x=1%2B1&y=%E6%9D%B1&flag&z=!*(),:;@$%27' },
  },
  { name: 'basic authentication', request: { ...get, user: `k"'$(id)\`\\` } },
  { name: 'cookies', request: { ...get, cookies: ['a=1', 'b=%22'] }, cannot: ['javascript'] },
  {
    name: 'headers that would do harm',
    request: {
      ...get,
      headers: [
        ['X-A', hostile[0] ?? ''],
        ['X-Empty', ''],
      ],
    },
  },
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'].map((method) => ({
    name: `${method} without a body`,
    request: { ...get, method },
  })),
  { name: 'HEAD', request: { ...get, method: 'HEAD' } },
  { name: 'GET with a body', request: json('{"a": 1}', { method: 'GET' }), cannot: ['javascript', 'node', 'swift'] },
  ...['PUT', 'PATCH', 'DELETE', 'QUERY'].map((method) => ({
    name: `${method} with a body`,
    request: json('{\n  "a": 1\n}', { method }),
  })),
  {
    name: 'JSON of every kind',
    request: json(
      '{\n  "s": "x",\n  "n": null,\n  "t": true,\n  "f": false,\n  "e": {},\n  "l": [],\n  "deep": [{"a": [1, [2]]}],\n  "a-b": 1, "if": 2, "$x": 3, "": 4\n}',
    ),
  },
  {
    name: 'numbers',
    request: json('[0, -1, 1.50, 1e5, 1E-7, 0.1, 123456789012345680000, 9007199254740993, 9223372036854775807]'),
  },
  { name: 'a number beyond every double', request: json('{"n": 1e400, "m": -0, "d": 0.12345678901234567890123}') },
  { name: 'names that are special', request: json('{"__proto__": {"a": 1}, "constructor": 1, "0": "a", "1": "b"}') },
  { name: 'only names that are numbers', request: json('{"0": "a", "1": "b"}') },
  { name: 'a name that comes twice', request: json('{"a": 1, "a": 2}') },
  { name: 'half a character', request: json(String.raw`{"a": "\ud800", "b": "\u0000"}`) },
  { name: 'null', request: json('null') },
  { name: 'a string', request: json('"x"') },
  { name: 'what is not JSON', request: json('{"a": ') },
  { name: 'another JSON', request: json('{"a": "ü"}', { headers: [['Content-Type', 'application/problem+json']] }) },
  { name: 'hostile strings in JSON', request: json(JSON.stringify(hostile, null, 2)) },
  {
    name: 'hostile names in JSON',
    request: json(JSON.stringify(Object.fromEntries(hostile.map((one) => [one, one])))),
  },
  ...hostile.map((one, index) => ({ name: `hostile text ${index}`, request: text(one) })),
  { name: 'a form', request: text('a=1&b=%24%28id%29&c=x+y', 'application/x-www-form-urlencoded') },
  { name: 'a very long text', request: text(`begin ${'long "text" \\ '.repeat(20_000)} end`) },
  {
    name: 'parts',
    request: {
      ...get,
      method: 'POST',
      content: {
        kind: 'parts',
        parts: [
          ['name', 'Zoë'],
          ['hostile', hostile[0] ?? ''],
          ['at', '@/etc/hostname'],
          ['lines', 'a\nb'],
        ],
      },
    },
  },
  {
    name: 'parts with files',
    request: {
      ...get,
      method: 'POST',
      content: {
        kind: 'parts',
        parts: [
          ['title', 'x'],
          ['logo', '', 'logo.bin'],
          ['more', '', 'more.bin'],
          ['end', 'y'],
        ],
      },
    },
    cannot: ['javascript'],
  },
  {
    name: 'parts with types of their own',
    request: {
      ...get,
      method: 'POST',
      content: {
        kind: 'parts',
        parts: [
          ['title', 'x'],
          ['meta', '{"a": "\\"@;\'"}', undefined, undefined, 'application/json'],
          ['note', '@/etc/hostname;type=a/b', undefined, undefined, 'text/markdown'],
          ['logo', '', 'logo.bin', undefined, 'image/png'],
        ],
      },
    },
    cannot: ['javascript'],
  },
  {
    name: 'a file',
    request: {
      ...get,
      method: 'PUT',
      headers: [['Content-Type', 'image/png']],
      content: { kind: 'file', text: '', fileName: 'body.png' },
    },
    cannot: ['javascript'],
  },
];
