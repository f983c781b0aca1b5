import type { SessionState } from '../../../portal-client/session';

/** Whom a session is of; null while that is not known. */
export function readerOf(state: SessionState): string | null {
  switch (state.kind) {
    case 'person':
      return `${state.session.person.id} ${state.session.organization?.id ?? ''}`;
    case 'guest':
      return '';
    default:
      return null;
  }
}

/**
 * Whether the service answers this page now for other readers than it was built for. `readers` are the groups of the edition that is open:
 * none, it is everybody's. A service that cannot be reached answers nobody.
 */
export async function isOtherEdition(
  readers: readonly string[],
  ask: (init: RequestInit) => Promise<Pick<Response, 'headers'>>,
): Promise<boolean> {
  try {
    const { headers } = await ask({ method: 'HEAD', headers: { accept: 'text/html' }, cache: 'no-store' });
    return (headers.get('edition') ?? '') !== readers.join(',');
  } catch {
    return false;
  }
}
