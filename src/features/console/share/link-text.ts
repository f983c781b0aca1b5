/** Text in a link: base64url (RFC 4648 §5), of UTF-8 that is compressed where that is shorter. */
const plain = 'j';
const compressed = 'z';

type Bytes = Uint8Array<ArrayBuffer>;

/** A letter that tells how, and the text. */
export async function toLinkText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const small = await deflated(bytes);
  return small && small.length < bytes.length ? compressed + toBase64Url(small) : plain + toBase64Url(bytes);
}

/** Null where it is not a text that `toLinkText` wrote, or longer than `mostBytes`. */
export async function fromLinkText(written: string, mostBytes: number): Promise<string | null> {
  try {
    const bytes = fromBase64Url(written.slice(1));
    if (written.startsWith(plain)) return bytes.length > mostBytes ? null : decode(bytes);
    return written.startsWith(compressed) ? decode(await inflated(bytes, mostBytes)) : null;
  } catch {
    return null;
  }
}

function decode(bytes: Bytes | null): string | null {
  return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Null where the browser cannot. */
async function deflated(bytes: Bytes): Promise<Bytes | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A few bytes can unpack to gigabytes: reading stops, with null, where there is more than is wanted. */
async function inflated(bytes: Bytes, mostBytes: number): Promise<Bytes | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Bytes[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    length += read.value.length;
    if (length <= mostBytes) continue;
    await reader.cancel();
    return null;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Bytes): string {
  let text = '';
  // In pieces: as many arguments as there are bytes would overflow the stack.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws where a character is not of the alphabet. */
function fromBase64Url(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
