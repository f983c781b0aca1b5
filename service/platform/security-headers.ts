import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/**
 * The content security policy (https://www.w3.org/TR/CSP3/): scripts of our own files, and the inline ones whose hashes
 * the build wrote down. `wasm-unsafe-eval` lets the search's WebAssembly run; it allows no eval of text.
 */
export function contentSecurityPolicy(scripts: readonly string[], serviceUrl: string): string {
  const service = serviceUrl === '' ? '' : ` ${new URL(serviceUrl).origin}`;
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${scripts.map((hash) => ` '${hash}'`).join('')}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${service}`,
    "font-src 'self'",
    `connect-src 'self'${service}`,
    `form-action 'self'${service}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The hashes in `{buildFolder}/csp.json`; none where the site is not built. */
export function readScriptHashes(buildFolder: string): string[] {
  try {
    const { scripts } = JSON.parse(readFileSync(join(buildFolder, 'csp.json'), 'utf8')) as { scripts?: unknown };
    return Array.isArray(scripts) ? scripts.filter(isScriptHash) : [];
  } catch {
    return [];
  }
}

function isScriptHash(value: unknown): value is string {
  return typeof value === 'string' && /^sha256-[\w+/=]+$/.test(value);
}

/** Sets on every answer what keeps a browser from doing more with it than was meant. */
export function useSecurityHeaders(app: FastifyInstance, policy: string): void {
  const always = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
  };
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(always);
    if (request.protocol === 'https') void reply.header('strict-transport-security', 'max-age=31536000');
    done();
  });
}
