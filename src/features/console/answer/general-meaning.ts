/** What a status means anywhere (RFC 9110 §15), for answers of which the contract says nothing. */
const meanings: Readonly<Record<number, string>> = {
  200: 'The request was done; the body is its result.',
  201: 'Something was made; the Location header may say where.',
  202: 'The request was accepted and will be worked on later.',
  204: 'The request was done, and there is nothing to say about it.',
  206: 'The body is the part that was asked for.',
  304: 'Nothing has changed since the version that was asked about.',
  400: 'The request is not understood as it is.',
  401: 'The request has no credentials, or none that are accepted.',
  403: 'The credentials are known, and do not allow this.',
  404: 'There is nothing at this address, or nothing that these credentials may see.',
  405: 'The address is known, but not this method.',
  406: 'The API cannot answer in a media type that was asked for.',
  408: 'The request took too long to come in.',
  409: 'The request does not fit the state that things are in.',
  410: 'What was here is gone for good.',
  412: 'A condition of the request (If-Match and the like) is not met.',
  413: 'The body is larger than is taken.',
  415: 'The body is of a media type that is not taken.',
  422: 'The request is understood, but what it says cannot be done.',
  428: 'The request needs a condition, such as If-Match.',
  429: 'There were too many requests in a short time.',
  500: 'The API failed; the request may be right.',
  501: 'The API does not do this.',
  502: 'Something between got no good answer from the API.',
  503: 'The API is not there for the moment.',
  504: 'Something between waited too long for the API.',
};

const classes: Readonly<Record<number, string>> = {
  2: 'The request was done.',
  3: 'The answer is somewhere else.',
  4: 'Something about the request is wrong.',
  5: 'The API failed; the request may be right.',
};

export function generalMeaning(status: number): string | null {
  return meanings[status] ?? classes[Math.floor(status / 100)] ?? null;
}
