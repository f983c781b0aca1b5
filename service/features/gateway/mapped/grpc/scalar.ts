/** The least and the most that an integer field holds. */
const ranges: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  sint32: [-(2n ** 31n), 2n ** 31n - 1n],
  sfixed32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  fixed32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  sint64: [-(2n ** 63n), 2n ** 63n - 1n],
  sfixed64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
};

const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
const words = new Set(['NaN', 'Infinity', '-Infinity']);

/** A scalar as the library takes it, or a sentence on what is wrong: `must be …`. Numbers may come as text, as the mapping allows. */
export function toScalar(value: unknown, type: string): { readonly value: unknown } | string {
  const range = ranges[type];
  if (range) return toInteger(value, range, type);
  switch (type) {
    case 'double':
    case 'float': {
      const isText = typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value));
      if (typeof value === 'number' || isText || (typeof value === 'string' && words.has(value)))
        return { value: Number(value) };
      return 'must be a number';
    }
    case 'bool':
      return typeof value === 'boolean' ? { value } : 'must be true or false';
    case 'bytes':
      if (typeof value !== 'string' || !base64.test(value)) return 'must be base64';
      return { value: Buffer.from(value, 'base64') };
    default:
      // What a contract calls a number may be text behind the gateway.
      if (typeof value === 'number' || typeof value === 'boolean') return { value: String(value) };
      return typeof value === 'string' ? { value } : 'must be text';
  }
}

function toInteger(value: unknown, [least, most]: readonly [bigint, bigint], type: string) {
  const text = typeof value === 'number' && Number.isInteger(value) ? BigInt(value).toString() : value;
  if (typeof text !== 'string' || !/^-?\d{1,20}$/.test(text)) return 'must be a whole number';
  const number = BigInt(text);
  if (number < least || number > most) return `must be a whole number from ${least} to ${most}`;
  return { value: type.endsWith('64') ? number.toString() : Number(number) };
}
