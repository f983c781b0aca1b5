import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?<attributes>[^>]*)>(?<code>[^]*?)<\/script>/gi;
const EXECUTED_TYPE = /^(?:module|text\/javascript|application\/javascript)?$/i;

/**
 * The hashes that a content security policy needs so that a page's own inline scripts run and no other does
 * (CSP Level 3 §2.3.1 `hash-source`). Data blocks are not executed and need none.
 */
export function inlineScriptHashes(html: string): string[] {
  const hashes: string[] = [];
  for (const { groups } of html.matchAll(INLINE_SCRIPT)) {
    const { attributes = '', code = '' } = groups ?? {};
    if (/\ssrc\s*=/i.test(attributes)) continue;
    const type = /\stype\s*=\s*["']?(?<type>[^"'\s>]*)/i.exec(attributes)?.groups?.type ?? '';
    if (!EXECUTED_TYPE.test(type) || code === '') continue;
    hashes.push(`sha256-${createHash('sha256').update(code).digest('base64')}`);
  }
  return hashes;
}
