import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CompressFile } from './compress-file.ts';
import type { Edition } from './editions.ts';
import { findFile, type SiteFile } from './find-file.ts';
import { isFresh } from './is-fresh.ts';
import { chooseEncoding } from './negotiate.ts';
import { cacheControl, isNamedByContent } from './site-path.ts';
import { textType } from './text-type.ts';

/** Below one network packet there is nothing to gain. */
const SMALLEST = 1_400;
/** Conditions that are about the bytes as they are on the disk; what is sent then is not compressed. */
const ABOUT_BYTES = ['range', 'if-match', 'if-unmodified-since'];
/** What a reader says of what they have kept. */
const ABOUT_KEPT = [...ABOUT_BYTES, 'if-none-match', 'if-modified-since', 'if-range'];
const WHOLE = { etag: false, lastModified: false, acceptRanges: false };
const EXTENSIONS = { br: '.br', gzip: '.gz' };

export interface Sender {
  readonly compress: CompressFile;
}

/** Whose edition of the site a file is from. */
export type Audience =
  | {
      readonly kind: 'everybody';
      readonly folder: string;
      /** Whether there are other editions. */
      readonly isGated: boolean;
    }
  | ({ readonly kind: 'group' } & Edition);

/**
 * Sends a file in the encoding that the reader takes: compressed beforehand where `{file}.br` or `{file}.gz` is there, else now.
 * `code` 404 is for the page that says so: it is sent whole, whatever the reader has. So is all of a group's edition, of which nobody is to keep
 * anything, nor learn by its ETag.
 */
export async function sendFile(
  { compress }: Sender,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  file: SiteFile,
  audience: Audience,
  code: 200 | 404 = 200,
): Promise<FastifyReply> {
  const type = textType(file.name);
  const isWhole = code === 404 || audience.kind === 'group';
  if (audience.kind === 'group') for (const name of ABOUT_KEPT) delete request.raw.headers[name];
  const plain = !isWhole && ABOUT_BYTES.some((name) => name in request.headers);
  const encoding = plain || type === undefined ? null : chooseEncoding(request.headers['accept-encoding']);
  void reply.code(code).headers(headersOf(file, audience));
  if (type !== undefined) void reply.type(type);
  const { folder } = audience;
  const options = { cacheControl: false, contentType: type === undefined, ...(isWhole && WHOLE) };
  if (encoding === null || type === undefined) return reply.sendFile(file.name, folder, options);

  const beforehand = await findFile(folder, [`${file.name}${EXTENSIONS[encoding]}`]);
  if (beforehand === null && file.size < SMALLEST) return reply.sendFile(file.name, folder, options);
  if (!isWhole) {
    const etag = `W/"${(beforehand ?? file).tag}-${encoding}"`;
    void reply.headers({ etag, 'last-modified': file.modified.toUTCString() });
    if (isFresh(request.headers, etag, file.modified)) return reply.code(304).send();
  }
  void reply.header('content-encoding', encoding);
  if (beforehand === null) return reply.send(await compress(file, encoding));
  return reply.sendFile(beforehand.name, folder, { cacheControl: false, contentType: false, ...WHOLE });
}

function headersOf({ name }: SiteFile, audience: Audience): Record<string, string> {
  if (audience.kind === 'group') {
    return {
      'cache-control': 'private, no-store',
      vary: `cookie, ${varies(name)}`,
      // What the page itself says that it is for: src/features/early-access/edition compares them.
      edition: audience.readers.join(','),
      'content-security-policy': audience.contentSecurityPolicy,
    };
  }
  const isForAll = !audience.isGated || isNamedByContent(name);
  return { 'cache-control': cacheControl(name), vary: isForAll ? varies(name) : `cookie, ${varies(name)}` };
}

/** A page's address also has its Markdown twin. */
function varies(name: string): string {
  return /\.(?:html|md)$/.test(name) ? 'accept-encoding, accept' : 'accept-encoding';
}
