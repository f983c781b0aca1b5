type Rules = readonly (readonly [name: string, sign: RegExp])[];

/** The order decides: nearly every browser also names those that it wants to be taken for. */
const browsers: Rules = [
  ['Edge', /\bEdgi?A?(?:OS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/[\d.]+.*\bSafari\//],
  ['curl', /^curl\//],
];
const systems: Rules = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows NT\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** `Firefox on Windows`; what it does not know, it says so. A hint for people, as the header is anybody's text. */
export function browserInWords(userAgent: string): string {
  const browser = nameIn(browsers, userAgent);
  const system = nameIn(systems, userAgent);
  if (browser === null) return system === null ? 'An unknown program' : `An unknown browser on ${system}`;
  return system === null ? browser : `${browser} on ${system}`;
}

function nameIn(rules: Rules, userAgent: string): string | null {
  const text = userAgent.slice(0, 512);
  return rules.find(([, sign]) => sign.test(text))?.[0] ?? null;
}
