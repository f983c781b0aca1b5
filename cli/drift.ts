import { type ListedDrift, listPortalDrift } from '../service/list-drift.ts';
import { readArguments } from './usage.ts';

const mostListed = 500;

/** `drift`: where answers are not as their contracts say, on the machine that the portal runs on. Exit code 1 where an entry is open. */
export async function showDrift(argv: readonly string[]): Promise<void> {
  const { values } = readArguments({
    args: [...argv],
    options: { all: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  const data = await listPortalDrift({ state: values.all ? 'all' : 'open', limit: mostListed }, process.env);
  if (data.some(({ resolved }) => resolved === null)) process.exitCode = 1;
  if (values.json) return console.log(JSON.stringify({ data }, null, 2));
  if (data.length === 0) return console.log('No open drift: every answer that was compared is as its contract says.');
  console.log(data.map(spoken).join('\n\n'));
}

function spoken(entry: ListedDrift): string {
  const { api, version, operation, environment, status, kind, place, message, count, exchanges, resolved } = entry;
  const times = count === 1 ? 'once' : `${count} times`;
  const state = resolved === null ? '' : ` Resolved ${resolved.at}.`;
  return [
    `${api}/${version}/${operation} ${environment} ${status}: ${place === '' ? kind : `${kind} ${place}`} ${message}`,
    `  ${times}, last ${entry.last_seen}; exchange ${exchanges[0] ?? '(none)'}.${state}`,
  ].join('\n');
}
