import { useQuery } from '../entry/use-query';

const words: Readonly<Record<string, string>> = {
  'sign-up-closed':
    'There is no account with the address that the provider named, and nobody signs up here without an invitation.',
  'approval-missing':
    'Your address is confirmed. The team of this portal looks at each sign-up; a mail tells you when you can sign in.',
  'address-unconfirmed': 'The provider has not confirmed your address. Confirm it there, or sign in here by mail.',
};

/** Why a provider's sign-in came to nothing: the service sends the browser here with a problem's code. */
export function useRefusal(): string | null {
  const code = useQuery('refused');
  if (code === null) return null;
  return words[code] ?? 'Signing in with the provider came to nothing. Try again, or sign in by mail.';
}
