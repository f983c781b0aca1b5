const mostMilliseconds = 2_000;

/**
 * Whether the gateway answers anything at all: told apart from that, a connection that broke is somebody else's doing. `no-cors`, as its
 * health is not for pages of other origins to read; that it answered is enough.
 */
export async function isGatewayThere(
  serviceUrl: string,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<boolean> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), mostMilliseconds);
  try {
    await fetch(`${serviceUrl}/healthz`, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      signal: controller.signal,
    });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
