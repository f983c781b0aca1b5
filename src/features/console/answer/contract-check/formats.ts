const hour = String.raw`([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?`;
const zone = String.raw`([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)`;
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';

const patterns: Readonly<Record<string, RegExp>> = {
  time: new RegExp(`^${hour}${zone}$`),
  duration: /^P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  email: /^[^\s@]+@[^\s@]+$/,
  hostname: new RegExp(String.raw`^(?=.{1,253}$)${label}(?:\.${label})*\.?$`, 'i'),
  ipv4: /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/,
  uri: /^[a-z][a-z0-9+.-]*:\S*$/i,
  'uri-reference': /^\S*$/,
  'json-pointer': /^(\/([^~/]|~[01])*)*$/,
  byte: /^[A-Za-z0-9+/\s]*={0,2}\s*$/,
};

const checks: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': (text) => {
    const [, date = '', time = ''] = /^(.{10})[Tt ](.+)$/.exec(text) ?? [];
    return isDate(date) && patterns.time?.test(time) === true;
  },
  ipv6: (text) => URL.canParse(`http://[${text}]`),
};

/** Whether a text is of a format (JSON Schema 2020-12 validation §7.3, and OpenAPI's `byte`); true for formats that are not known here. */
export function isOfFormat(format: string, text: string): boolean {
  if (Object.hasOwn(checks, format)) return checks[format]?.(text) ?? true;
  return Object.hasOwn(patterns, format) ? (patterns[format]?.test(text) ?? true) : true;
}

const bounds: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
  uint8: [0, 255],
  uint32: [0, 2 ** 32 - 1],
};

/** The same for numbers. */
export function isOfNumberFormat(format: string, number: number): boolean {
  const [least, most] = (Object.hasOwn(bounds, format) ? bounds[format] : undefined) ?? [-Infinity, Infinity];
  return number >= least && number <= most;
}

/** RFC 3339 §5.6, with months and leap years. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
