import { afterEach, describe, expect, test } from 'vitest';
import { announceAuthorization } from '../../../portal-client';
import { tokenObtainer, type Step, type Wanted } from './obtain-token';

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const token = { access_token: 'tok', expires_in: 900, scope: 'read', token_type: 'Bearer' };
const issued = {
  client_id: 'client_1',
  api: 'cardea',
  organization: 'org_1',
  scopes: [{ name: 'read', text: 'Read' }],
  redirect_uri: 'https://portal.example/authorized',
  issuer: 'https://portal.example/oauth',
  authorization_endpoint: 'https://evil.example/authorize',
  token_endpoint: 'https://evil.example/token',
  device_authorization_endpoint: 'https://evil.example/device',
  revocation_endpoint: 'https://evil.example/revoke',
  expires_at: '2099-01-01T00:00:00Z',
};
/** What the sandbox's own server says of itself. */
const discovered = {
  issuer: issued.issuer,
  authorization_endpoint: `${issued.issuer}/authorize`,
  token_endpoint: `${issued.issuer}/token`,
  device_authorization_endpoint: `${issued.issuer}/device/authorize`,
  revocation_endpoint: `${issued.issuer}/revoke`,
};
const running: AbortController[] = [];
afterEach(() => running.splice(0).forEach((one) => one.abort()));

function setUp(...answers: (Response | (() => Response))[]) {
  const seen: { url: string; init: RequestInit; form: URLSearchParams }[] = [];
  const waits: number[] = [];
  const kinds: string[] = [];
  const controller = new AbortController();
  running.push(controller);
  const obtainer = tokenObtainer({
    serviceUrl: '',
    now: () => 0,
    client: {
      createSandboxClient: async ({ kind }) => {
        kinds.push(kind);
        const secret = kind === 'public' ? {} : { client_secret: 's:1' };
        return { kind: 'ok', value: { ...issued, ...secret } };
      },
    },
    key: async () => ({ kind: 'ok', value: { key: 'ptl_test_1' } }),
    openPage: () => true,
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: async (url, init) => {
      seen.push({ url, init, form: new URLSearchParams(init.body as URLSearchParams) });
      const answer = answers.shift() ?? json(500, {});
      return answer instanceof Response ? answer : answer();
    },
  });
  const wanted = (part: Partial<Wanted> = {}): Wanted => ({
    ...{ api: 'cardea', way: 'program', scopes: ['read'], isOpenId: false },
    ...part,
  });
  const obtain = (part: Partial<Wanted>, onStep: (step: Step) => void = () => undefined) =>
    obtainer.obtain(wanted(part), onStep, controller.signal);
  return { obtain, obtainer, seen, waits, kinds, controller };
}

/** Answers the authorization request as the callback page does. */
function answering(change: Record<string, string | null> = {}) {
  return (step: Step) => {
    if (step.kind !== 'allow') return;
    const state = new URL(step.address, 'https://portal.example').searchParams.get('state') ?? '';
    announceAuthorization({ state, code: 'code-1', error: null, issuer: issued.issuer, ...change });
  };
}

describe('client credentials', () => {
  test('go to our own server only, without cookies, the secret in the header', async () => {
    const { obtain, seen } = setUp(json(200, token));
    expect(await obtain({})).toMatchObject({
      kind: 'token',
      token: { text: 'tok', endsAt: 900_000, scopes: ['read'] },
    });
    const [{ url, init, form } = { url: '', init: {}, form: new URLSearchParams() }] = seen;
    expect([url, init.credentials, form.get('grant_type')]).toEqual(['/oauth/token', 'omit', 'client_credentials']);
    expect(init.headers).toMatchObject({ Authorization: `Basic ${btoa('client_1:s%3A1')}` });
    expect(form.toString()).not.toContain('s%3A1');
  });

  test('use the client that is there already', async () => {
    const { obtain, kinds } = setUp(json(200, token), json(200, token));
    await obtain({});
    await obtain({});
    expect(kinds).toEqual(['confidential']);
  });

  test('say whose fault it is', async () => {
    const { obtain } = setUp(json(401, { error: 'invalid_client', error_description: 'client is invalid' }));
    expect(await obtain({})).toEqual({
      kind: 'refused',
      code: 'invalid_client',
      sentence: 'The authorization server does not know this client any more. It says: client is invalid.',
    });
  });

  test.each([
    ['an answer without a token', json(200, {})],
    ['an answer that is no JSON', new Response('<html>', { status: 200 })],
  ])('%s is no token', async (_, answer) => {
    const { obtain } = setUp(answer);
    expect((await obtain({})).kind).toBe('refused');
  });
});

describe('an authorization code', () => {
  test('is asked for with a challenge and exchanged with its verifier', async () => {
    const { obtain, seen } = setUp(json(200, { ...token, refresh_token: 'ref' }));
    let asked = new URLSearchParams();
    const got = await obtain({ way: 'person' }, (step) => {
      if (step.kind === 'allow') asked = new URL(step.address, 'https://portal.example').searchParams;
      answering()(step);
    });
    expect(got).toMatchObject({ kind: 'token', token: { refreshToken: 'ref' } });
    const digest = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(seen[0]?.form.get('code_verifier') ?? ''),
    );
    expect(asked.get('code_challenge')).toBe(Buffer.from(digest).toString('base64url'));
    expect(asked.get('redirect_uri')).toBe(issued.redirect_uri);
  });

  test.each<[string, Record<string, string | null>]>([
    ['that was denied', { code: null, error: 'access_denied' }],
    ['of another server (RFC 9207)', { issuer: 'https://evil.example' }],
  ])('%s is not exchanged', async (_, change) => {
    const { obtain, seen } = setUp(json(200, token));
    expect((await obtain({ way: 'person' }, answering(change))).kind).toBe('refused');
    expect(seen).toEqual([]);
  });

  test('with another state is not looked at', async () => {
    const { obtain, seen } = setUp(json(200, token));
    const got = await obtain({ way: 'person' }, (step) => {
      answering({ state: 'forged' })(step);
      answering({ code: null, error: 'access_denied' })(step);
    });
    expect(got).toMatchObject({ sentence: 'Access was not given on the page that asked.' });
    expect(seen).toEqual([]);
  });

  test('ends when the person stops it', async () => {
    const { obtain, controller } = setUp();
    const got = obtain({ way: 'person' }, () => controller.abort());
    expect(await got).toMatchObject({ kind: 'refused', sentence: 'You stopped it.' });
  });

  test.each([
    ['the nonce that was sent is taken', (nonce: string) => nonce, 'token'],
    ['another nonce is refused', () => 'other', 'refused'],
  ])('an id token with %s', async (_, nonceFor, kind) => {
    let nonce = '';
    const { obtain } = setUp(json(200, discovered), () =>
      json(200, { ...token, id_token: `h.${btoa(JSON.stringify({ nonce: nonceFor(nonce) }))}.s` }),
    );
    const got = await obtain({ way: 'person', isOpenId: true }, (step) => {
      if (step.kind === 'allow') nonce = new URL(step.address, issued.issuer).searchParams.get('nonce') ?? '';
      answering()(step);
    });
    expect(got.kind).toBe(kind);
  });
});

describe('a device code', () => {
  test('is asked for again and again, slower where the server says so, until the token comes', async () => {
    const { obtain, waits } = setUp(
      json(200, { device_code: 'dev', user_code: 'ABCD-EFGH', interval: 5 }),
      json(400, { error: 'authorization_pending' }),
      json(400, { error: 'slow_down' }),
      json(200, token),
    );
    const steps: Step[] = [];
    expect((await obtain({ way: 'device' }, (step) => steps.push(step))).kind).toBe('token');
    expect(waits).toEqual([5000, 5000, 10_000]);
    expect(steps).toEqual([{ kind: 'type-code', code: 'ABCD-EFGH', address: '/oauth/device?user_code=ABCD-EFGH' }]);
  });

  test('whose time is over ends it', async () => {
    const started = json(200, { device_code: 'dev', user_code: 'ABCD-EFGH' });
    const { obtain } = setUp(started, json(400, { error: 'expired_token' }));
    expect(await obtain({ way: 'device' })).toMatchObject({ kind: 'refused', code: 'expired_token' });
  });
});

describe('OpenID Connect discovery', () => {
  test('asks our own server where it takes what, once', async () => {
    const { obtain, seen } = setUp(json(200, discovered), json(200, token), json(200, token));
    expect((await obtain({ isOpenId: true })).kind).toBe('token');
    expect((await obtain({ isOpenId: true })).kind).toBe('token');
    expect(seen.map(({ url }) => url)).toEqual([
      '/oauth/.well-known/openid-configuration',
      '/oauth/token',
      '/oauth/token',
    ]);
  });

  test.each([
    ['is of another issuer', { issuer: 'https://evil.example/oauth' }, 'Another server answered'],
    ['leads elsewhere', { token_endpoint: 'https://evil.example/token' }, 'an address that is not its own'],
    [
      'leads to a neighbour',
      { token_endpoint: `${issued.issuer}.evil.example/token` },
      'an address that is not its own',
    ],
    ['lacks an address', { authorization_endpoint: undefined }, 'an address that is not its own'],
  ])('a document that %s is not followed', async (_, change, sentence) => {
    const { obtain, seen } = setUp(json(200, { ...discovered, ...change }), json(200, token));
    expect(await obtain({ isOpenId: true })).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining(sentence) as string,
    });
    expect(seen).toHaveLength(1);
  });

  test('a server that does not say is told', async () => {
    const { obtain } = setUp(new Response('<html>'));
    expect(await obtain({ isOpenId: true })).toMatchObject({ kind: 'refused', code: 'discovery' });
  });
});
