/** The names of RFC 9110 §15, and of RFC 6585 for 428, 429 and 431, that an API is likely to answer with. */
const NAMES: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  507: 'Insufficient Storage',
};

/** The name of an exact status; undefined for a class such as `4XX`, for `default`, and for rare ones. */
export function statusName(status: string | number): string | undefined {
  const code = String(status);
  return Object.hasOwn(NAMES, code) ? NAMES[code] : undefined;
}

/** How a status is coloured, by its class (RFC 9110 §15). */
export function statusTone(status: string | number): 'ok' | 'info' | 'warn' | 'bad' | 'plain' {
  switch (String(status)[0]) {
    case '1':
    case '3':
      return 'info';
    case '2':
      return 'ok';
    case '4':
      return 'warn';
    case '5':
      return 'bad';
    default:
      return 'plain';
  }
}
