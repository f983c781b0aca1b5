import type { AnswerHeadersConfig, RequestHeadersConfig } from '../../../contract/portal-config.ts';

type Headers = Readonly<Record<string, string>>;

/** A request's headers as a live upstream wants them: removed, renamed, set, in this order. Names are lower-case in and out. */
export function mapRequestHeaders(headers: Headers, config: RequestHeadersConfig = {}): Record<string, string> {
  const { remove = [], rename = {}, set = {} } = config;
  const mapped: Record<string, string> = { ...headers };
  for (const name of remove) delete mapped[name.toLowerCase()];
  const renamed = Object.entries(rename).flatMap(([from, to]) => {
    const value = mapped[from.toLowerCase()];
    delete mapped[from.toLowerCase()];
    return value === undefined ? [] : [[to.toLowerCase(), value] as const];
  });
  const given = Object.entries(set).map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...mapped, ...Object.fromEntries(renamed), ...Object.fromEntries(given) };
}

/** An answer's headers without those that are to stay behind the gateway. */
export function mapAnswerHeaders<T>(
  headers: Readonly<Record<string, T>>,
  { remove = [] }: AnswerHeadersConfig = {},
): Readonly<Record<string, T>> {
  if (remove.length === 0) return headers;
  const isRemoved = (name: string): boolean =>
    remove.some((each) => {
      const word = each.toLowerCase();
      return word.endsWith('*') ? name.startsWith(word.slice(0, -1)) : name === word;
    });
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isRemoved(name)));
}
