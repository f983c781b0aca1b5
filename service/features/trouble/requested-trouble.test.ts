import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { readContract } from '../../../contract/read/index.ts';
import { validatorFor } from '../../../contract/validate/index.ts';
import { diploma, offers, startTroubled } from './trouble.fixture.ts';

const at = startTroubled();
const named = (name: string) => ({ ...diploma, holder: { ...diploma.holder, name } });
const prefer = (wish: string, more: Record<string, string> = {}) => ({ headers: { prefer: wish, ...more } });

describe('Prefer: code', () => {
  test('gives the answer that the contract declares, and does nothing', async () => {
    const answer = await at.call(offers, { ...prefer('code=409'), body: named('Nobody Yet') });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('preference-applied')).toBe('code=409');
    expect(answer.headers.get('x-sandbox-trouble')).toBe('prefer; code=409');
    const problem = (await answer.json()) as { status: number; detail: string };
    expect([problem.status, problem.detail]).toEqual([409, expect.stringContaining('Prefer: code=409')]);
    const { data } = (await (await at.call(`${offers}?limit=100`)).json()) as { data: { holder: { name: string } }[] };
    expect(data.filter(({ holder }) => holder.name === 'Nobody Yet')).toHaveLength(0);
  });

  test('every declared answer of every operation is valid by its schema', async () => {
    const contract = await readContract({ api: 'cardea', version: 'v2', file: 'openapi/cardea/v2.yaml' });
    const operation = contract.operations.find(({ id }) => id === 'getCredentialOffer');
    for (const response of operation?.responses ?? []) {
      const answer = await at.call(`${offers}/off_01k9z6w3e8q2r4t6y8m0n3p5s7`, prefer(`code=${response.status}`));
      expect(String(answer.status)).toBe(response.status);
      const schema = response.content[0]?.schema ?? true;
      expect(validatorFor(contract).validate(schema, await answer.json(), 'response')).toEqual([]);
    }
  });

  test('gives a problem where the contract declares no answer for an error', async () => {
    const answer = await at.call(offers, prefer('code=503'));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual([
      503,
      'application/problem+json',
      '1',
    ]);
    expect(await answer.json()).toMatchObject({ type: '/docs/errors/unavailable', status: 503 });
    const teapot = await at.call(offers, prefer('code=418'));
    expect(await teapot.json()).toMatchObject({ type: 'about:blank', title: "I'm a Teapot", status: 418 });
  });

  test('of a success that is not declared is refused, and says which are', async () => {
    const answer = await at.call(offers, prefer('code=206'));
    const problem = (await answer.json()) as { errors: { at: string; message: string }[] };
    expect([answer.status, problem.errors[0]?.at]).toEqual([400, 'prefer']);
    expect(problem.errors[0]?.message).toContain('it declares 200, 400, 401, 403, 429');
  });

  test('is known again in the record, and is not taken for an answer that breaks the contract', async () => {
    await at.call(offers, prefer('code=503'));
    expect(at.last()).toMatchObject({
      status: 503,
      findings: [{ in: 'response', at: 'x-sandbox-trouble', message: 'prefer; code=503' }],
    });
  });
});

describe('Prefer: example and dynamic', () => {
  test('an example by its name, with its status', async () => {
    const answer = await at.call(`${offers}/off_01k9z6w3e8q2r4t6y8m0n3p5s7`, prefer('example=accepted'));
    expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([200, 'accepted']);
    expect(answer.headers.get('preference-applied')).toBe('example=accepted');
  });

  test('an example that is not there is refused with the names of those that are', async () => {
    const answer = await at.call(`${offers}/off_01k9z6w3e8q2r4t6y8m0n3p5s7`, prefer('example=nothing'));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('it has pending, accepted');
  });

  test('dynamic is made from the schema', async () => {
    const answer = await at.call('/gateway/trains/v1/stations', prefer('dynamic=true'));
    expect([answer.status, answer.headers.get('preference-applied')]).toEqual([200, 'dynamic=true']);
  });
});

describe('what nobody understands', () => {
  test('is refused, all at once, with what to send', async () => {
    const answer = await at.call(offers, prefer('code=99, trouble=fire, dynamic=maybe', { 'x-sandbox-delay': 'soon' }));
    const { errors } = (await answer.json()) as { errors: { at: string; message: string }[] };
    expect(answer.status).toBe(400);
    expect(errors.map((one) => one.at)).toEqual(['prefer', 'prefer', 'prefer', 'x-sandbox-delay']);
    expect(errors.map((one) => one.message).join()).toContain('trouble=reset');
  });

  test('other preferences are passed over', async () => {
    const answer = await at.call(offers, prefer('respond-async, wait=10, handling=lenient'));
    expect([answer.status, answer.headers.get('x-sandbox-trouble')]).toEqual([200, null]);
  });
});

describe('X-Sandbox-Delay', () => {
  test('holds the answer back when all is done', async () => {
    const answering = at.call(offers, { headers: { 'x-sandbox-delay': '1.5s' }, body: named('Done First') });
    await at.calls.some();
    expect(at.calls.times()).toEqual([1500]);
    const list = (await (await at.call(offers)).json()) as { data: { holder: { name: string } }[] };
    expect(list.data[0]?.holder.name).toBe('Done First');
    at.calls.run();
    const answer = await answering;
    expect([answer.status, answer.headers.get('x-sandbox-trouble')]).toEqual([201, 'delay; 1500 ms']);
  });

  test('is thirty seconds at most, and ends when the client goes', async () => {
    const going = new AbortController();
    const recorded = at.exchanges().length;
    const answering = fetch(`http://127.0.0.1:${at.port()}${offers}`, {
      headers: { authorization: 'Bearer ptl_test_a', 'x-sandbox-delay': '999999' },
      signal: going.signal,
    });
    await at.calls.some();
    expect(at.calls.times()).toEqual([30_000]);
    going.abort();
    await expect(answering).rejects.toThrow('aborted');
    await expect.poll(() => [at.calls.times().length, at.exchanges().length]).toEqual([0, recorded + 1]);
    expect(at.last().findings[0]?.message).toBe('delay; 30000 ms');
  });

  test('of one organization holds back fifty at once, and refuses the next before it does anything', async () => {
    const who = { authorization: 'Bearer ptl_test_many', 'x-sandbox-delay': '5s' };
    const waiting = Array.from({ length: 50 }, () => at.call(offers, { headers: who }));
    await expect.poll(() => at.calls.times().length).toBe(50);
    const refused = await at.call(offers, { headers: who, body: named('Nobody Yet') });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    at.calls.run();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array(50).fill(200));
    const list = (await (await at.call(offers, { headers: { authorization: 'Bearer ptl_test_many' } })).json()) as {
      data: { holder: { name: string } }[];
    };
    expect(list.data[0]?.holder.name).not.toBe('Nobody Yet');
  });
});

describe('a magic value', () => {
  test('in a body makes its status', async () => {
    const answer = await at.call(offers, { body: named('trouble-503') });
    expect([answer.status, answer.headers.get('x-sandbox-trouble')]).toEqual([503, 'magic; trouble-503']);
  });

  test('in a path or a query makes its status', async () => {
    const byPath = await at.call('/gateway/pets/v1/user/trouble-410');
    const byQuery = await at.call('/gateway/pets/v1/user/login?username=trouble-429&password=b');
    expect([byPath.status, byQuery.status, byQuery.headers.get('retry-after')]).toEqual([410, 429, '1']);
  });

  test('is one only as a whole value', async () => {
    const answer = await at.call(offers, { body: named('no trouble-503 here') });
    expect([answer.status, answer.headers.get('x-sandbox-trouble')]).toEqual([201, null]);
  });

  test('trouble-timeout waits as long as it goes, and then does nothing', async () => {
    const answering = at.call(offers, { body: named('trouble-timeout') });
    await at.calls.some();
    expect(at.calls.times()).toEqual([30_000]);
    at.calls.run();
    expect((await answering).status).toBe(504);
  });
});

describe('trouble of the connection', () => {
  /** All that comes on one connection, as it comes. */
  async function raw(
    wish: string,
    method = 'GET',
    path = offers,
  ): Promise<{ text: string; error: string | undefined }> {
    const socket = connect(at.port(), '127.0.0.1');
    let text = '';
    let error: string | undefined;
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    socket.on('error', (cause: NodeJS.ErrnoException) => (error = cause.code));
    socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ptl_test_a\r\nprefer: ${wish}\r\n\r\n`,
    );
    await new Promise((resolve) => socket.once('close', resolve));
    return { text, error };
  }

  test('truncate: half a body by a head that promises all, and the connection is closed', async () => {
    const { text, error } = await raw('trouble=truncate');
    const [head = '', body = ''] = text.split('\r\n\r\n');
    const promised = Number(/content-length: (\d+)/.exec(head)?.[1]);
    expect([/^HTTP\/1\.1 (\d+)/.exec(head)?.[1], error]).toEqual(['200', undefined]);
    expect(Buffer.byteLength(body)).toBe(Math.floor(promised / 2));
    expect(head).toContain('preference-applied: trouble=truncate');
  });

  test('reset: the connection is reset before the answer ends', async () => {
    const { text, error } = await raw('trouble=reset');
    expect(error).toBe('ECONNRESET');
    expect(text === '' || text.startsWith('HTTP/1.1 200')).toBe(true);
    await expect.poll(() => at.last().findings.map(({ message }) => message)).toEqual(['prefer; trouble=reset']);
  });

  test('reset of an answer without a body leaves nothing', async () => {
    expect((await raw('trouble=reset', 'HEAD')).text).toBe('');
  });

  test('garbage: the head of the answer, and a body that is not JSON', async () => {
    const answer = await at.call(offers, { ...prefer('trouble=garbage'), body: diploma });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'application/json']);
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  test('what the request asked for is done: only the answer is lost', async () => {
    const body = named('Lost Answer');
    await expect(
      at.call(offers, { ...prefer('trouble=reset'), body }).then((answer) => answer.text()),
    ).rejects.toThrow();
    const list = (await (await at.call(offers)).json()) as { data: { holder: { name: string } }[] };
    expect(list.data[0]?.holder.name).toBe('Lost Answer');
  });
});

test('a live key meets no trouble', async () => {
  const answer = await at.call(offers, prefer('code=503', { authorization: 'Bearer ptl_live_a' }));
  expect(answer.status).toBe(403);
});
