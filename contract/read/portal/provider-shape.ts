import type { ProviderConfig } from '../../portal-config.ts';
import { environmentVariable } from './live-shape.ts';
import { duplicates } from './duplicates.ts';
import { id } from './name-shapes.ts';
import type { ConfigProblem, Shape } from './shape.ts';
import { may, must, object, text } from './shapes.ts';

/** Plain http on this machine only: whoever stands between could be anybody. */
const issuer: Shape = {
  kind: 'text',
  wanted: 'an https address such as "https://login.example.com"',
  accepts: (value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
  },
};

/** The shape of one of `accounts.providers`. */
export const providerShape = object({
  id: must(id),
  name: may(text),
  issuer: may(issuer),
  clientIdFrom: must(environmentVariable),
  clientSecretFrom: must(environmentVariable),
});

const known = ['github', 'google'];

/** `credential` is what the accounts' tables call the password; `callback` is another address below `/auth`. */
const taken = ['credential', 'callback'];

export function checkProviders(providers: readonly ProviderConfig[]): ConfigProblem[] {
  const path = ['accounts', 'providers'];
  return [
    ...duplicates(providers, path, 'two providers have the id'),
    ...providers.flatMap((provider, index) => {
      const at = [...path, index];
      if (taken.includes(provider.id)) {
        return [{ path: [...at, 'id'], sentence: `"${provider.id}" is taken. Give the provider another id.` }];
      }
      if (known.includes(provider.id) || provider.issuer !== undefined) return [];
      const sentence = `"${provider.id}" has no "issuer". Add its address; only ${known.join(' and ')} need none.`;
      return [{ path: at, sentence }];
    }),
  ];
}
