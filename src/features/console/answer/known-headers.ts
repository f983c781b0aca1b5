/** What headers mean that many APIs send, for those that the contract does not describe. */
const known: Readonly<Record<string, string>> = {
  age: 'How many seconds a cache has kept it.',
  allow: 'The methods that this address takes.',
  'cache-control': 'Who may keep the answer, and for how long.',
  'content-disposition': 'Whether it is to be saved, and under which name.',
  'content-encoding': 'How the body was compressed on its way.',
  'content-language': 'The language of the body.',
  'content-length': 'The bytes of the body as it was sent.',
  'content-type': 'The media type of the body.',
  date: 'When the answer was made.',
  deprecation: 'This operation is deprecated since then (RFC 9745).',
  etag: 'The version of what was read: send it in If-Match or If-None-Match.',
  expires: 'From then on the answer is out of date.',
  'last-modified': 'When it was changed last.',
  link: 'Other addresses that belong to this one, such as the next page (RFC 8288).',
  location: 'Where what was made, or what was asked for, is.',
  ratelimit: 'How many requests are left (r), and for how many seconds (t).',
  'ratelimit-policy': 'How many requests are taken (q) in how many seconds (w).',
  'request-id': 'Names this request: say it when you ask for help.',
  'retry-after': 'How long to wait before sending again.',
  'server-timing': 'Where the time went, in milliseconds.',
  sunset: 'From then on this operation may be gone (RFC 8594).',
  vary: 'The request headers that the answer depends on.',
  warning: 'Something that a cache or a transformation adds.',
  'www-authenticate': 'Which credentials are asked for.',
  'x-request-id': 'Names this request: say it when you ask for help.',
};

/** In one sentence, as text; '' for a header that is not known. */
export function knownHeader(name: string): string {
  return known[name.toLowerCase()] ?? '';
}

/** The header that names the request, for reports. */
export const requestIdHeaders: readonly string[] = [
  'request-id',
  'x-request-id',
  'x-correlation-id',
  'x-amzn-requestid',
];
