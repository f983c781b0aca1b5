import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ForeignRequest } from '../foreign-request';
import { readCurl } from './read-curl';
import { shellWords } from './shell-words';

function only(command: string): ForeignRequest {
  const reading = readCurl(command);
  if (reading.kind === 'problem') throw new Error(`${reading.sentence} ${reading.remedy}`);
  expect(reading.requests).toHaveLength(1);
  return reading.requests[0]!;
}

const url = 'https://api.example/things';

describe('what a curl command asks for', () => {
  const none: ForeignRequest = {
    name: null,
    method: 'GET',
    url,
    headers: [],
    cookies: [],
    user: null,
    content: { kind: 'none' },
    notes: [],
  };
  const text = (body: string) => ({ kind: 'text' as const, text: body });
  const cases: readonly (readonly [command: string, want: Partial<ForeignRequest>])[] = [
    [`curl ${url}`, {}],
    [`curl --url ${url}`, {}],
    [`$ curl '${url}'`, {}],
    [`curl -sSLk -o /dev/null -w '%{http_code}' --compressed ${url}`, {}],
    [`curl -XDELETE ${url}`, { method: 'DELETE' }],
    [`curl -I ${url}`, { method: 'HEAD' }],
    [
      `curl ${url} -H 'X-A: b: c' -H "X-Empty;" -H 'Accept:'`,
      {
        headers: [
          ['X-A', 'b: c'],
          ['X-Empty', ''],
        ],
      },
    ],
    [`curl ${url} -d a=1 --data 'b=2'`, { method: 'POST', content: text('a=1&b=2') }],
    [`curl ${url} -da=1`, { method: 'POST', content: text('a=1') }],
    [`curl ${url} --data-raw @x`, { method: 'POST', content: text('@x') }],
    [`curl ${url} --data-binary @folder/x.png`, { method: 'POST', content: { kind: 'file', fileName: 'x.png' } }],
    [`curl -X PUT ${url} -T x.png`, { method: 'PUT', content: { kind: 'file', fileName: 'x.png' } }],
    [
      `curl ${url} --data-urlencode 'q=a b&c' --data-urlencode '=x y'`,
      { method: 'POST', content: text('q=a%20b%26c&x%20y') },
    ],
    [`curl -G ${url} -d limit=2 --data-urlencode 'q=a b'`, { url: `${url}?limit=2&q=a%20b` }],
    [`curl -G '${url}?a=1' -d b=2`, { url: `${url}?a=1&b=2` }],
    [
      `curl --json '{"a":' --json '1}' ${url}`,
      {
        method: 'POST',
        content: text('{"a":1}'),
        headers: [
          ['Content-Type', 'application/json'],
          ['Accept', 'application/json'],
        ],
      },
    ],
    [
      `curl ${url} -F 'name=Ada;type=text/plain' -F 'logo=@/home/me/logo.png;type=image/png' -F 'as=@x;filename="y.png"' --form-string 'raw=@x;y'`,
      {
        method: 'POST',
        content: {
          kind: 'parts',
          parts: [
            { name: 'name', text: 'Ada', type: 'text/plain' },
            { name: 'logo', fileName: 'logo.png' },
            { name: 'as', fileName: 'y.png' },
            { name: 'raw', text: '@x;y' },
          ],
        },
      },
    ],
    [`curl -u me:secret ${url}`, { user: 'me:secret' }],
    [`curl --oauth2-bearer abc ${url}`, { headers: [['Authorization', 'Bearer abc']] }],
    [`curl -b 'a=1; b=2' -H 'Cookie: c=3' ${url}`, { cookies: ['a=1', 'b=2', 'c=3'] }],
    [`curl -b cookies.txt ${url}`, { notes: ['The cookies of the file cookies.txt are not read.'] }],
    [`curl "https://api.example/things#part"`, {}],
    [`curl ${url} \\\n  -X PATCH \\\n  -d '{\n  "a": 1\n}'`, { method: 'PATCH', content: text('{\n  "a": 1\n}') }],
    [`curl ${url} --data-raw $'it\\'s \\u00e9\\n\\x41\\101'`, { method: 'POST', content: text("it's é\nAA") }],
    [`curl ${url} -d "a \\"b\\" \\$c \\d"`, { method: 'POST', content: text('a "b" $c \\d') }],
    [
      `curl -H "Authorization: Bearer $TOKEN" "$BASE/things"`,
      { url: '{{BASE}}/things', headers: [['Authorization', 'Bearer {{TOKEN}}']] },
    ],
    [`BASE=https://api.example\ncurl "\${BASE}/things"`, {}],
    [`curl ${url} | jq . # pretty`, {}],
    [`curl ${url} > answer.json 2>&1`, {}],
    [`printf '%%\\000\\\\' | curl --data-binary @- ${url}`, { method: 'POST', content: text('%\0\\') }],
    [`echo '{"a":1}' | curl -d @- ${url}`, { method: 'POST', content: text('{"a":1}') }],
    [`curl.exe ${url} \`\n  -X PUT`, { method: 'PUT' }],
    [
      `curl ^"${url}^" ^\n  -H ^"X-A: b^" ^\n  --data-raw ^"^{^\\^"a^\\^": 1^}^"`,
      { method: 'POST', headers: [['X-A', 'b']], content: text('{"a": 1}') },
    ],
  ];

  test.each(cases)('%s', (command, want) => {
    expect(only(command)).toEqual({ ...none, ...want });
  });

  test('several commands are several requests, and so is what stands behind --next', () => {
    const reading = readCurl(`curl ${url}/1\ncurl ${url}/2 && curl ${url}/3 --next ${url}/4; ls`);
    expect(reading.kind === 'requests' && reading.requests.map((one) => one.url)).toEqual(
      [1, 2, 3, 4].map((id) => `${url}/${id}`),
    );
  });
});

describe('what is not understood', () => {
  test.each([
    [`curl ${url} --foo`, '“--foo”'],
    [`curl ${url} -s§`, '“-§” in “-s§”'],
    [`curl ${url} -H`, '“-H” ends the command'],
    [`curl -X POST`, 'has no address'],
    [`curl '${url}`, "quote ' is opened and never closed"],
    [`curl "${url}`, 'quote " is opened'],
    [`curl ${url} -d "$(cat secret)"`, 'asks the shell to work out “$(cat secret)”'],
    [`curl ${url} -d \`date\``, 'asks the shell to work out'],
    [`cat x | curl -d @- ${url}`, 'takes the body from another program'],
    [`curl -K config ${url}`, '“-K config” takes a part of the request from elsewhere'],
    [`curl ${url} -H 'no colon'`, '“no colon” has no colon'],
    [`curl ${url} -F novalue`, '“-F novalue” has no value'],
    ['wget https://api.example', 'no curl command'],
  ])('%s', (command, words) => {
    const reading = readCurl(command);
    expect(reading.kind).toBe('problem');
    if (reading.kind !== 'problem') return;
    expect(reading.sentence).toContain(words);
    expect(reading.remedy).not.toBe('');
  });
});

describe('words of a shell', () => {
  const pieces = [
    'a',
    ' ',
    "'",
    '"',
    '\\',
    '\n',
    '\\\n',
    "$'",
    "'\\''",
    '\\n',
    '\\x41',
    '\\"',
    '#',
    '%',
    '=',
    '~',
    '*',
    'é',
    '\u{1f600}',
    '!',
    '{',
    '}',
    '[',
    '^',
  ];

  /** What bash prints of words that it takes; null where it says that they are none. */
  const byShell = (text: string): readonly string[] | null => {
    try {
      const script = `set -f; printf '%s\\0' x ${text}`;
      return execFileSync('bash', ['-c', script], {
        encoding: 'utf8',
        env: { HOME: '~' },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
        .split('\0')
        .slice(1, -1);
    } catch {
      return null;
    }
  };

  test('are those that a real shell has', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const reading = shellWords(given);
        // What a shell expands, or takes for several commands, is another matter.
        fc.pre(reading.kind === 'problem' || reading.tokens.every(({ kind }) => kind === 'word'));
        // bash itself is of two minds about a backslash at the very end.
        fc.pre(!given.endsWith('\\') && !/[~{]/.test(given) && !/\$(?!')/.test(given));
        const words = byShell(given);
        if (reading.kind === 'problem') expect(words).toBeNull();
        else if (words !== null)
          expect(reading.tokens.map((token) => (token.kind === 'word' ? token.text : ''))).toEqual(words);
      }),
      { numRuns: 150 },
    );
  });
});
