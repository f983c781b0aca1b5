import type { Plugin } from '@docusaurus/types';

const SERVICE_PATHS = ['/api/', '/gateway/', '/healthz', '/readyz'];

/**
 * In `npm run dev` the development server owns the portal's address: it hands what the service answers on to the
 * service, whose address `cli/dev.ts` gives by `PORTAL_DEV_SERVICE`. In a build it does nothing.
 */
export default function devServicePlugin(): Plugin {
  const target = process.env.PORTAL_DEV_SERVICE;
  return {
    name: 'portolan-dev-service',
    configureWebpack(_config, isServer) {
      if (isServer || !target) return {};
      // Docusaurus hands this part on to the development server; webpack's own types do not know it.
      return { devServer: { proxy: [{ context: SERVICE_PATHS, target }] } } as object;
    },
  };
}
