/** An address in its parts, as they are written: nothing is decoded, nothing is resolved. */
export interface SplitUrl {
  /** With its port; '' where there is none. */
  readonly host: string;
  /** `user:password`, not decoded; null where there is none. */
  readonly userInfo: string | null;
  /** Begins with `/`. */
  readonly path: string;
  /** Without its `?`. */
  readonly query: string;
}

/** What stands before the first slash is a host, also without a scheme, as curl has it, and where it is a variable that nobody fills in. */
export function splitUrl(url: string): SplitUrl {
  const [, address = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(url.trim()) ?? [];
  const [, authority = '', path = ''] = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\/([^/]*)([^]*)$/.exec(address) ?? [
    '',
    ...(address.startsWith('/') ? ['', address] : (/^([^/]*)([^]*)$/.exec(address)?.slice(1) ?? [])),
  ];
  const at = authority.lastIndexOf('@');
  return {
    host: authority.slice(at + 1),
    userInfo: at < 0 ? null : authority.slice(0, at),
    path: path.startsWith('/') ? path : `/${path}`,
    query,
  };
}
