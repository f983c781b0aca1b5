import type { Plugin } from '@docusaurus/types';

const SERVICE_PATHS = ['/api/', '/gateway/', '/oauth/', '/.well-known/', '/healthz', '/readyz'];
/** The reference's data files and its events, not its pages. */
const REFERENCE_FILES = /^\/reference\/.+\.(?:json|yaml|events)$/;

/**
 * In `npm run dev` the development server owns the portal's address: it hands what the service answers on to the service, and
 * the reference's data on to the process that makes them; `cli/dev.ts` gives their addresses. In a build it does nothing.
 */
export default function devServicePlugin(): Plugin {
  const { PORTAL_DEV_SERVICE: service, PORTAL_DEV_REFERENCE: reference } = process.env;
  return {
    name: 'portolan-dev-service',
    configureWebpack(_config, isServer) {
      if (isServer || !service || !reference) return {};
      const proxy = [
        { context: SERVICE_PATHS, target: service },
        { context: (pathname: string) => REFERENCE_FILES.test(pathname), target: reference },
      ];
      // Docusaurus hands this part on to the development server; webpack's own types do not know it.
      return { devServer: { proxy } } as object;
    },
  };
}
