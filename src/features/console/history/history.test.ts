// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Sent } from '../answer/answer';
import { jsonBody, operationPage, parameter } from '../page.fixture';
import { leftOutSecret } from '../share/left-out-secret';
import { decideRoom, mostAnswerCharacters } from './bounds';
import { historyFileName, readHistoryFile, toHistoryFile } from './file/history-file';
import { findEntries, type HistoryFilter } from './find-entries';
import { groupByDay } from './group-by-day';
import { pageOf } from './history-entry';
import { answeredEntry } from './history.fixture';
import { keptAnswer } from './kept-answer';
import { savedEntry, sentEntry } from './make-entry';
import { readEntry } from './read-entry';

const page = operationPage({
  id: 'createOffer',
  method: 'post',
  path: '/offers/{issuer}',
  security: [[{ name: 'k', type: 'apiKey', in: 'query', parameterName: 'k', scopes: [], descriptionHtml: '' }]],
  parameters: [
    parameter({ name: 'issuer', in: 'path' }),
    parameter({ name: 'k', in: 'query' }),
    parameter({ name: 'limit', in: 'query' }),
  ],
  body: jsonBody('{}'),
});
const key = 'ptl_test_abcdefgh12345678';
const held = 'a password of mine';
const context = { id: 'e1', at: 5, secrets: [key, held] };
const answer = (part: Partial<Answer> = {}): Answer => ({
  ...{
    status: 200,
    headers: [],
    headMilliseconds: 1,
    totalMilliseconds: 2,
    bytes: 3,
    body: { kind: 'text', text: '{}' },
  },
  ...part,
});

describe('what is kept of a request', () => {
  const values = {
    parameters: { 'path:issuer': 'iss 1', 'query:k': key, 'query:limit': '5' },
    mediaType: 0,
    body: `{"note":"${held}","client_secret":"s"}`,
  };
  const sent: Sent = {
    kind: 'answer',
    answer: answer({
      headers: [
        ['Set-Cookie', 'sid=1'],
        ['Location', `/x?access_token=${key}`],
        ['X-Own', held],
        ['ETag', '"1"'],
      ],
      body: { kind: 'text', text: `{"access_token":"t","echo":"${held}","id":1}` },
    }),
  };
  const made = sentEntry(page, values, sent, context);

  test('is what stood in the form, with the address it went to', () => {
    expect(made.entry).toMatchObject({
      address: '/offers/iss%201?limit=5',
      kind: 'sent',
      isFavourite: false,
      name: '',
    });
    expect(made.entry.outcome).toEqual({ kind: 'answered', status: 200, totalMilliseconds: 2, bytes: 3 });
  });

  test('holds no secret anywhere: not in the address, the body, the headers, the answer', () => {
    const everything = JSON.stringify(made);
    for (const secret of [key, held, 'sid=1', '"t"', '"s"']) expect(everything).not.toContain(secret);
    expect(made.answer?.headers).toEqual([
      ['Set-Cookie', leftOutSecret],
      ['Location', `/x?access_token=${leftOutSecret}`],
      ['X-Own', leftOutSecret],
      ['ETag', '"1"'],
    ]);
    expect(JSON.parse(made.answer?.text ?? '')).toEqual({ access_token: leftOutSecret, echo: leftOutSecret, id: 1 });
  });

  test('holds none whatever was typed', () => {
    const secret = fc.stringMatching(/^[\w-]{12,40}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.constantFrom('path:issuer', 'query:limit', 'body'), (own, around, where) => {
        const text = `${around}${own}${around}`;
        const typed = {
          parameters: { 'path:issuer': 'i', ...(where !== 'body' && { [where]: text }) },
          mediaType: 0,
          body: where === 'body' ? text : '',
        };
        const echo: Sent = { kind: 'answer', answer: answer({ headers: [['x', text]], body: { kind: 'text', text } }) };
        fc.pre(!leftOutSecret.includes(own) && !around.includes(own));
        expect(JSON.stringify(sentEntry(page, typed, echo, { ...context, secrets: [own] }))).not.toContain(own);
      }),
    );
  });

  test('of a request that was not answered is why', () => {
    const failed: Sent = { kind: 'failure', failure: { kind: 'offline' } };
    expect(sentEntry(page, values, failed, context)).toMatchObject({
      answer: null,
      entry: { outcome: { kind: 'failed', title: 'You are offline' } },
    });
  });

  test('can be kept under a name without being sent', () => {
    expect(savedEntry(page, values, 'Mine', context).entry).toMatchObject({
      kind: 'saved',
      name: 'Mine',
      outcome: null,
    });
  });

  test('is its path as declared where no request can be made of it', () => {
    const nothing = { parameters: {}, mediaType: 0, body: '' };
    expect(savedEntry(page, nothing, 'Mine', context).entry.address).toBe('/offers/{issuer}');
  });
});

describe('what is kept of an answer', () => {
  test('is the beginning of a long body, without a secret that the cut would hide', () => {
    const text = `${'x'.repeat(mostAnswerCharacters - 10)}${key}${'y'.repeat(100)}`;
    const kept = keptAnswer(answer({ body: { kind: 'text', text } }), []);
    expect(kept.kept).toBe('beginning');
    expect(kept.text).toHaveLength(mostAnswerCharacters);
    expect(kept.text).not.toContain('ptl_test');
  });

  test('is text only', () => {
    const bytes = new TextEncoder().encode('ä'.repeat(2_000_000));
    expect(keptAnswer(answer({ body: { kind: 'large', bytes } }), []).text).toMatch(/^ä+$/);
    expect(keptAnswer(answer({ body: { kind: 'binary', blob: new Blob(['x']) } }), [])).toMatchObject({
      text: '',
      kept: 'nothing',
    });
    expect(keptAnswer(answer({ body: { kind: 'none' } }), [])).toMatchObject({ text: '', kept: 'all' });
    const events = [1, 2].map((number) => ({ number, atMilliseconds: 1, name: 'm', id: null, data: `d${number}` }));
    const log = { events, dropped: 3 };
    expect(keptAnswer(answer({ body: { kind: 'events', log } }), [])).toMatchObject({
      text: 'd1\nd2',
      kept: 'beginning',
    });
  });
});

describe('room', () => {
  const bounds = { entries: 3, bytes: 1_000 };
  const entries = [1, 2, 3].map((at) => answeredEntry({ id: `e${at}`, at, isFavourite: at === 1 }));
  const incoming = answeredEntry({ id: 'new', at: 9 });

  test('is made by the oldest that nobody keeps on purpose', () => {
    expect(decideRoom(entries, [incoming], bounds)).toEqual({ kind: 'room', leaving: ['e2'] });
    expect(decideRoom(entries, [{ ...incoming, bytes: 850 }], bounds)).toEqual({ kind: 'room', leaving: ['e2', 'e3'] });
    expect(decideRoom([], [incoming], bounds)).toEqual({ kind: 'room', leaving: [] });
  });

  test('is not made of favourites and of what was saved', () => {
    const kept = entries.map((entry, at) => (at === 0 ? entry : { ...entry, kind: 'saved' as const }));
    expect(decideRoom(kept, [incoming], bounds)).toEqual({ kind: 'no-room' });
    expect(decideRoom([], [{ ...incoming, bytes: 2_000 }], bounds)).toEqual({ kind: 'no-room' });
  });

  test('is enough after that, and nothing is let go that could stay', () => {
    const any = fc.record({ at: fc.nat(), bytes: fc.integer({ min: 1, max: 600 }), isFavourite: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (parts) => {
        const all = parts.map((part, at) => answeredEntry({ ...part, id: `e${at}` }));
        const decision = decideRoom(all, [incoming], bounds);
        if (decision.kind === 'no-room') return;
        const staying = all.filter(({ id }) => !decision.leaving.includes(id));
        const bytes = staying.reduce((sum, entry) => sum + entry.bytes, incoming.bytes);
        expect(staying.length < bounds.entries && bytes <= bounds.bytes).toBe(true);
        expect(all.filter((entry) => entry.isFavourite).every((entry) => staying.includes(entry))).toBe(true);
        const last = all.find(({ id }) => id === decision.leaving.at(-1));
        if (last) expect(staying.length + 1 >= bounds.entries || bytes + last.bytes > bounds.bytes).toBe(true);
      }),
    );
  });
});

describe('looking for a request', () => {
  const entries = [
    answeredEntry({ id: 'named', name: 'Offer for Ada', isFavourite: true }),
    answeredEntry({
      id: 'saved',
      kind: 'saved',
      outcome: null,
      request: {
        operation: 'cardea/v2/other',
        parameters: { 'query:q': 'Curie' },
        body: '{"x":"Marie"}',
        leftOut: { files: 0, secrets: 0 },
      },
    }),
    answeredEntry({
      id: 'missing',
      outcome: { kind: 'answered', status: 404, totalMilliseconds: 1, bytes: 0 },
      address: '/offers/7',
    }),
  ];
  const find = (words: string, filter: HistoryFilter = 'all') =>
    findEntries(entries, { words, filter, operation: 'cardea/v2/getThing' }).map(({ id }) => id);

  test.each([
    ['', ['named', 'saved', 'missing']],
    ['ADA offer', ['named']],
    ['404', ['missing']],
    ['not found', ['missing']],
    ['curie', ['saved']],
    ['marie', ['saved']],
    ['/offers/7 get', ['missing']],
    ['nobody', []],
  ])('%o finds %o', (words, want) => expect(find(words)).toEqual(want));

  test('is narrowed to this operation, favourites, what was saved', () => {
    expect(find('', 'this-operation')).toEqual(['named', 'missing']);
    expect(find('', 'favourites')).toEqual(['named']);
    expect(find('', 'saved')).toEqual(['saved']);
  });

  test('is by day, as the reader’s calendar has it', () => {
    const now = new Date(2026, 10, 21, 0, 30).getTime();
    const at = (...date: [number, number, number, number]) => answeredEntry({ at: new Date(...date).getTime() });
    const days = groupByDay(
      [at(2026, 10, 21, 0), at(2026, 10, 20, 23), at(2026, 10, 20, 1), at(2026, 10, 18, 9), at(2025, 10, 18, 9)],
      now,
      'en-GB',
    );
    expect(days.map(({ day, entries: { length } }) => [day, length])).toEqual([
      ['Today', 1],
      ['Yesterday', 2],
      ['Wednesday 18 November', 1],
      [expect.stringContaining('November 2025'), 1],
    ]);
  });
});

describe('a history in a file', () => {
  const kept = { headers: [['etag', '1'] as const], text: '{"a":1}', kept: 'all' as const };
  const entry = answeredEntry({ name: 'Mine', isFavourite: true });
  const file = toHistoryFile([entry, answeredEntry({ id: 'two' })], new Map([['one', kept]]));

  test('comes back as it was', () => {
    const reading = readHistoryFile(file);
    expect(reading).toMatchObject({ kind: 'entries', unreadable: 0 });
    const [one, two] = reading.kind === 'entries' ? reading.entries : [];
    expect(one).toEqual({ entry: { ...entry, bytes: one?.entry.bytes }, answer: kept });
    expect(two?.answer).toBeNull();
    expect(historyFileName(Date.UTC(2026, 10, 21))).toBe('portolan-history-2026-11-21.json');
  });

  test('is refused where it is something else, and says why', () => {
    expect(readHistoryFile('{')).toEqual({ kind: 'refused', sentence: 'The file is not JSON.' });
    expect(readHistoryFile('[]')).toEqual({
      kind: 'refused',
      sentence: 'The file is not a history that was exported here.',
    });
    expect(readHistoryFile(file.replace('"version": 1', '"version": 2')).kind).toBe('refused');
  });

  test('loses entries that are none, and secrets that somebody wrote into it', () => {
    const hostile = { ...entry, address: `/x?access_token=${key}`, request: { ...entry.request, body: key } };
    const text = toHistoryFile([hostile], new Map([['one', { ...kept, text: key, headers: [['Cookie', 'a=1']] }]]));
    const mixed = text.replace('"entries": [', '"entries": [null, {"entry": {"id": 1}}, ');
    const reading = readHistoryFile(mixed);
    expect(reading).toMatchObject({ kind: 'entries', unreadable: 2 });
    expect(JSON.stringify(reading)).not.toMatch(/ptl_test|a=1/);
  });

  test('is read or refused whatever is in it', () => {
    const shaped = fc.record({
      format: fc.constant('portolan-history'),
      version: fc.constant(1),
      entries: fc.array(fc.record({ entry: fc.jsonValue(), answer: fc.jsonValue() })),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          shaped.map((one) => JSON.stringify(one)),
        ),
        (text) => void readHistoryFile(text),
      ),
    );
  });

  test.each([
    ['a slug that leaves the reference', { operation: { ...entry.operation, slug: '..' } }],
    ['a method that is none', { operation: { ...entry.operation, method: 'get"x' } }],
    ['a time that is none', { at: Number.NaN }],
    ['a time that no calendar has', { at: 9e15 }],
    ['an outcome that is none', { outcome: { kind: 'answered', status: '200' } }],
  ])('has no entry with %s', (_what, part) => expect(readEntry({ ...entry, ...part })).toBeNull());

  test('cannot lead anywhere but into the reference', () => {
    expect(pageOf({ ...entry.operation, api: 'a/../..//evil.example', slug: 'x?y#z' })).toBe(
      '/reference/a%2F..%2F..%2F%2Fevil.example/v2/x%3Fy%23z',
    );
  });
});
