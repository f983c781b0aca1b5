import type { Outcome, PortalClient, SandboxClient } from '../../../portal-client';
import { awaitAuthorization } from '../../../portal-client';
import type { TokenCredential, TokenWay } from './credential';
import { newProof, nonceOf } from './pkce';
import { discover, sandboxAddresses, type ServerAddresses } from './server-addresses';
import { postForm, requestToken, type ClientIdentity, type TokenOutcome, type TokenServerPorts } from './token-server';

export interface ObtainPorts extends TokenServerPorts {
  readonly client: Pick<PortalClient, 'createSandboxClient'>;
  /** The sandbox's own key, that the client is issued to. */
  readonly key: () => Promise<Outcome<{ readonly key: string }>>;
  /** Opens a page of ours beside this one; false where the browser does not let it. */
  readonly openPage: (address: string) => boolean;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Wanted {
  readonly api: string;
  readonly way: TokenWay;
  readonly scopes: readonly string[];
  /** Whether an id token is asked for, too. */
  readonly isOpenId: boolean;
}

/** What a person has to do meanwhile. */
export type Step =
  | { readonly kind: 'allow'; readonly address: string; readonly isOpen: boolean }
  | { readonly kind: 'type-code'; readonly code: string; readonly address: string };

/** Access tokens of the sandbox's authorization server. It keeps the clients that it was given, by API, for this page load. */
export interface TokenObtainer {
  readonly obtain: (wanted: Wanted, onStep: (step: Step) => void, signal: AbortSignal) => Promise<TokenOutcome>;
  /** The same token again, by its refresh token or its client; null where a person has to be asked. */
  readonly renew: (api: string, token: TokenCredential) => Promise<TokenOutcome | null>;
  readonly revoke: (api: string, token: TokenCredential) => Promise<void>;
  /** All that can be asked for at an API; empty where that is not known. */
  readonly scopesOf: (api: string) => Promise<SandboxClient['scopes']>;
}

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

export function tokenObtainer(ports: ObtainPorts): TokenObtainer {
  const clients = new Map<string, SandboxClient>();
  const known = sandboxAddresses(ports.serviceUrl);
  const found = new Map<string, ServerAddresses>();

  /** By discovery where the contract says OpenID Connect, else as they are known. */
  async function addressesFor({ issuer }: SandboxClient, { isOpenId }: Wanted): Promise<ServerAddresses | Refusal> {
    const before = isOpenId ? found.get(issuer) : known;
    if (before) return before;
    const discovery = await discover(issuer, ports);
    if (discovery.kind === 'refused') return discovery;
    found.set(issuer, discovery.addresses);
    return discovery.addresses;
  }

  async function clientFor(api: string, way: TokenWay): Promise<SandboxClient | Refusal> {
    const kind = way === 'program' ? 'confidential' : 'public';
    const before = clients.get(`${api}/${kind}`);
    if (before && Date.parse(before.expires_at) > ports.now()) return before;
    const key = await ports.key();
    const issued = key.kind === 'ok' ? await ports.client.createSandboxClient({ api, kind }, key.value.key) : key;
    if (issued.kind === 'ok') clients.set(`${api}/${kind}`, issued.value);
    return issued.kind === 'ok' ? issued.value : refused(issued.problem.detail ?? `${issued.problem.title}.`);
  }

  async function asPerson(
    client: SandboxClient,
    at: ServerAddresses,
    wanted: Wanted,
    onStep: (step: Step) => void,
    signal: AbortSignal,
  ) {
    const proof = await newProof();
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: client.redirect_uri,
      scope: scopeOf(wanted),
      state: proof.state,
      code_challenge: proof.challenge,
      code_challenge_method: 'S256',
      ...(wanted.isOpenId && { nonce: proof.nonce }),
    });
    const waiting = awaitAuthorization(proof.state, signal);
    const address = `${at.authorize}?${query.toString()}`;
    onStep({ kind: 'allow', address, isOpen: ports.openPage(address) });
    const answer = await waiting;
    if (answer === null) return refused('You stopped it.');
    if (answer.issuer !== null && answer.issuer !== client.issuer)
      return refused('Another server answered. Start again.');
    if (answer.code === null) return refused('Access was not given on the page that asked.');
    const form = { grant_type: 'authorization_code', code: answer.code, redirect_uri: client.redirect_uri };
    const redeemed = { ...form, code_verifier: proof.verifier };
    const got = await requestToken(at.token, redeemed, identity(client), 'person', ports);
    const isMine = got.kind === 'refused' || !wanted.isOpenId || nonceOf(got.idToken ?? '') === proof.nonce;
    return isMine ? got : refused('The id token is not of this request. Start again.');
  }

  async function asDevice(
    client: SandboxClient,
    at: ServerAddresses,
    wanted: Wanted,
    onStep: (step: Step) => void,
    signal: AbortSignal,
  ) {
    const started = await postForm(at.device, { scope: scopeOf(wanted) }, identity(client), ports);
    if (started.kind === 'refused') return started;
    const { device_code: deviceCode, user_code: userCode, interval } = started.body;
    const address = `${ports.serviceUrl}/oauth/device?user_code=${encodeURIComponent(String(userCode))}`;
    onStep({ kind: 'type-code', code: String(userCode), address });
    for (let seconds = typeof interval === 'number' ? interval : 5; ;) {
      await ports.wait(seconds * 1000, signal);
      if (signal.aborted) return refused('You stopped it.');
      const form = { grant_type: deviceGrant, device_code: String(deviceCode) };
      const got = await requestToken(at.token, form, identity(client), 'device', ports);
      // RFC 8628 §3.5.
      if (got.kind === 'refused' && got.code === 'slow_down') seconds += 5;
      else if (got.kind === 'token' || got.code !== 'authorization_pending') return got;
    }
  }

  return {
    async obtain(wanted, onStep, signal) {
      const client = await clientFor(wanted.api, wanted.way);
      if ('kind' in client) return client;
      const at = await addressesFor(client, wanted);
      if ('kind' in at) return at;
      if (wanted.way === 'person') return asPerson(client, at, wanted, onStep, signal);
      if (wanted.way === 'device') return asDevice(client, at, wanted, onStep, signal);
      const form = { grant_type: 'client_credentials', scope: wanted.scopes.join(' ') };
      return requestToken(at.token, form, identity(client), 'program', ports);
    },
    async renew(api, { way, refreshToken, scopes }) {
      if (way !== 'program' && (refreshToken === null || !clients.has(`${api}/public`))) return null;
      const client = await clientFor(api, way);
      if ('kind' in client) return client;
      const form: Record<string, string> =
        way === 'program'
          ? { grant_type: 'client_credentials', scope: scopes.join(' ') }
          : { grant_type: 'refresh_token', refresh_token: refreshToken ?? '' };
      return requestToken(known.token, form, identity(client), way, ports);
    },
    async scopesOf(api) {
      const client = await clientFor(api, 'program');
      return 'kind' in client ? [] : client.scopes;
    },
    async revoke(api, { way, text, refreshToken }) {
      const client = clients.get(`${api}/${way === 'program' ? 'confidential' : 'public'}`);
      if (!client) return;
      await postForm(known.revoke, { token: refreshToken ?? text }, identity(client), ports);
    },
  };
}

type Refusal = Extract<TokenOutcome, { kind: 'refused' }>;

function refused(sentence: string): Refusal {
  return { kind: 'refused', code: 'refused', sentence };
}

function identity(client: SandboxClient): ClientIdentity {
  return { id: client.client_id, secret: client.client_secret ?? null };
}

function scopeOf({ scopes, isOpenId }: Wanted): string {
  return [...(isOpenId ? ['openid'] : []), ...scopes].join(' ');
}
