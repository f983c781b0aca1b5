import type { twoFactor } from 'better-auth/plugins/two-factor';

/** Whatever signs in, by the library's names. */
const signInPaths = new Set(['/sign-in/email', '/magic-link/verify', '/verify-email', '/callback/:id']);

/**
 * The library's second factor, asked for however one signs in: by itself it asks after a password only, and whoever reads somebody's mail
 * would be in with a link.
 */
export function secondFactor<Plugin extends ReturnType<typeof twoFactor>>(plugin: Plugin): Plugin {
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: { readonly path?: string }) => signInPaths.has(context.path ?? ''),
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}
