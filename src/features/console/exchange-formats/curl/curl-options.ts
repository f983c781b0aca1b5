/** What an option is about, as far as it is about the request. */
export type CurlOption =
  | 'request'
  | 'url'
  | 'header'
  | 'data'
  | 'data-raw'
  | 'data-urlencode'
  | 'json'
  | 'form'
  | 'form-string'
  | 'upload-file'
  | 'user'
  | 'bearer'
  | 'cookie'
  | 'user-agent'
  | 'referer'
  | 'get'
  | 'head'
  | 'next'
  /** It takes a value, and says nothing about the request itself. */
  | 'ignored-value'
  /** It takes none, and says nothing about the request itself. */
  | 'ignored'
  /** It takes a value that belongs to the request and cannot be read here: a file of the one who wrote it. */
  | 'unreadable';

const long: Readonly<Record<CurlOption, string>> = {
  request: 'request',
  url: 'url',
  header: 'header',
  data: 'data data-ascii data-binary',
  'data-raw': 'data-raw',
  'data-urlencode': 'data-urlencode',
  json: 'json',
  form: 'form',
  'form-string': 'form-string',
  'upload-file': 'upload-file',
  user: 'user',
  bearer: 'oauth2-bearer',
  cookie: 'cookie',
  'user-agent': 'user-agent',
  referer: 'referer',
  get: 'get',
  head: 'head',
  next: 'next',
  'ignored-value': [
    'output write-out max-time connect-timeout retry retry-delay retry-max-time proxy proxy-user noproxy cacert capath cert cert-type key key-type',
    'pass ciphers tls-max tls13-ciphers curves resolve connect-to interface max-redirs limit-rate speed-limit speed-time cookie-jar dump-header',
    'stderr trace trace-ascii range continue-at keepalive-time local-port dns-servers doh-url proto proto-redir proto-default unix-socket',
    'abstract-unix-socket socks4 socks4a socks5 socks5-hostname preproxy pinnedpubkey max-filesize time-cond aws-sigv4 output-dir rate parallel-max',
    'expect100-timeout happy-eyeballs-timeout-ms hsts alt-svc etag-save etag-compare service-name crlfile random-file form-escape request-target',
  ].join(' '),
  ignored: [
    'location location-trusted insecure silent show-error verbose include fail fail-with-body fail-early compressed globoff path-as-is http0.9',
    'http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only ipv4 ipv6 tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 no-keepalive no-buffer no-progress-meter',
    'progress-bar remote-name remote-header-name remote-time parallel raw ssl ssl-reqd tcp-nodelay tcp-fastopen basic digest ntlm negotiate anyauth',
    'post301 post302 post303 retry-connrefused retry-all-errors disable junk-session-cookies styled-output no-styled-output create-dirs',
    'trace-time trace-ids proxytunnel netrc netrc-optional tr-encoding suppress-connect-headers compressed-ssh no-sessionid no-alpn no-npn',
  ].join(' '),
  unreadable: 'config netrc-file variable expand-data expand-url expand-header',
};

const short: Readonly<Record<string, CurlOption>> = {
  ...{ X: 'request', H: 'header', d: 'data', F: 'form', T: 'upload-file', u: 'user', b: 'cookie', A: 'user-agent' },
  ...{ e: 'referer', G: 'get', I: 'head', ':': 'next', K: 'unreadable' },
  ...Object.fromEntries(Array.from('owmxEUcDrCYyztQP', (letter) => [letter, 'ignored-value'])),
  ...Object.fromEntries(Array.from('LkgsSvifNOJRjnqZ#012346al', (letter) => [letter, 'ignored'])),
};

const byName: ReadonlyMap<string, CurlOption> = new Map(
  Object.entries(long).flatMap(([option, names]) => names.split(' ').map((name) => [name, option as CurlOption])),
);

/** By the option's long name without its dashes; undefined where curl's manual has none of that name, or it is not read here. */
export function longOption(name: string): CurlOption | undefined {
  return byName.get(name) ?? (name.startsWith('no-') ? ignoredWithout(name.slice(3)) : undefined);
}

export function shortOption(letter: string): CurlOption | undefined {
  return Object.hasOwn(short, letter) ? short[letter] : undefined;
}

export function takesValue(option: CurlOption): boolean {
  return !['get', 'head', 'next', 'ignored'].includes(option);
}

/** `--no-silent`: every switch has its opposite. */
function ignoredWithout(name: string): CurlOption | undefined {
  return byName.get(name) === 'ignored' ? 'ignored' : undefined;
}
