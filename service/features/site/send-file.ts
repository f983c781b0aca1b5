import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CompressFile } from './compress-file.ts';
import { findFile, type SiteFile } from './find-file.ts';
import { isFresh } from './is-fresh.ts';
import { chooseEncoding } from './negotiate.ts';
import { cacheControl } from './site-path.ts';
import { textType } from './text-type.ts';

/** Below one network packet there is nothing to gain. */
const SMALLEST = 1_400;
/** Conditions that are about the bytes as they are on the disk; what is sent then is not compressed. */
const ABOUT_BYTES = ['range', 'if-match', 'if-unmodified-since'];
const WHOLE = { etag: false, lastModified: false, acceptRanges: false };
const EXTENSIONS = { br: '.br', gzip: '.gz' };

export interface Sender {
  readonly folder: string;
  readonly compress: CompressFile;
}

/**
 * Sends a file in the encoding that the reader takes: compressed beforehand where `{file}.br` or `{file}.gz` is there, else now.
 * `code` 404 is for the page that says so: it is sent whole, whatever the reader has.
 */
export async function sendFile(
  { folder, compress }: Sender,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  file: SiteFile,
  code: 200 | 404 = 200,
): Promise<FastifyReply> {
  const type = textType(file.name);
  const plain = code === 200 && ABOUT_BYTES.some((name) => name in request.headers);
  const encoding = plain || type === undefined ? null : chooseEncoding(request.headers['accept-encoding']);
  void reply.code(code).headers({ 'cache-control': cacheControl(file.name), vary: varies(file.name) });
  if (type !== undefined) void reply.type(type);
  const options = { cacheControl: false, contentType: type === undefined, ...(code === 404 && WHOLE) };
  if (encoding === null || type === undefined) return reply.sendFile(file.name, options);

  const beforehand = await findFile(folder, [`${file.name}${EXTENSIONS[encoding]}`]);
  if (beforehand === null && file.size < SMALLEST) return reply.sendFile(file.name, options);
  if (code === 200) {
    const etag = `W/"${(beforehand ?? file).tag}-${encoding}"`;
    void reply.headers({ etag, 'last-modified': file.modified.toUTCString() });
    if (isFresh(request.headers, etag, file.modified)) return reply.code(304).send();
  }
  void reply.header('content-encoding', encoding);
  if (beforehand === null) return reply.send(await compress(file, encoding));
  return reply.sendFile(beforehand.name, { cacheControl: false, contentType: false, ...WHOLE });
}

/** A page's address also has its Markdown twin. */
function varies(name: string): string {
  return /\.(?:html|md)$/.test(name) ? 'accept-encoding, accept' : 'accept-encoding';
}
