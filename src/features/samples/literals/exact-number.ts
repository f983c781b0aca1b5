/** True where a program that reads the JSON number as a double (IEEE 754) writes the same number again. */
export function isExactDouble(text: string): boolean {
  const value = Number(text);
  return Number.isFinite(value) && !isNegativeZero(text) && canonical(text) === canonical(String(value));
}

/** As `isExactDouble`, with whole numbers of any size: Python, Ruby. */
export function isExactInteger(text: string): boolean {
  return /^-?\d{1,1000}$/.test(text) && !isNegativeZero(text);
}

/** Whole numbers of 64 bits: PHP. */
export function isExactInt64(text: string): boolean {
  if (!isExactInteger(text) || text.length > 20) return false;
  const value = BigInt(text);
  return value <= 9223372036854775807n && value >= -9223372036854775807n;
}

const isNegativeZero = (text: string): boolean => /^-[0.]*(?:[eE]|$)/.test(text);

/** `1250.0e-1` → `125e0`. */
function canonical(text: string): string {
  const {
    sign = '',
    whole = '',
    part = '',
    power = '0',
  } = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<part>\d+))?(?:[eE](?<power>[-+]?\d+))?$/.exec(text)?.groups ?? {};
  const digits = (whole + part).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(power) - part.length + digits.length - significant.length}`;
}
