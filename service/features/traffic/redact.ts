/** What stands in the place of a secret. */
export const redacted = '[redacted]';

/** Names of members, parameters and headers whose values are secrets, or may be. */
const secretName =
  /pass(?:word|wd|phrase|code)?$|^pwd$|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|^key$|authori[sz]ation|cookie|signature|^sig$|^jwt$|session|^otp$|^pin$|^cvv2?$|^cvc$|card[-_]?number|^pan$|^iban$|^ssn$|credential[-_]?value|code[-_]?verifier|client[-_]?assertion/i;

/** Texts that are secrets wherever they stand: keys of this portal and of others, JSON Web Tokens, credentials of a header or an address. */
const secretText =
  /\b(?:ptl_(?:test|live|secret)_[\w-]{8,}|(?:sk|rk|pk)_(?:live|test)_\w{8,}|whsec_[\w+/=-]{8,}|gh[pousr]_\w{20,}|xox[a-z]-[\w-]{10,}|AKIA[0-9A-Z]{16})|\beyJ[\w-]{16,}(?:\.[\w-]*){0,4}|\b(?:Bearer|Basic) +[\w.~+/=-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)|(?<=:\/\/[^\s/:@]{0,256}:)[^\s/@]+(?=@)/g;

export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** A text without what looks like a secret. */
export function redactText(text: string): string {
  return text.replaceAll(secretText, redacted);
}

/** How much of a value is looked at: an excerpt is no copy. */
interface Room {
  members: number;
}

const deepest = 12;
const longestText = 500;

/** A JSON value without the values of members that look like secrets, and without more than `members` of them. */
export function redactValue(value: unknown, members = 200): unknown {
  return redactWithin(value, { members }, 0);
}

function redactWithin(value: unknown, room: Room, depth: number): unknown {
  if (typeof value === 'string')
    return redactText(value.slice(0, longestText)) + (value.length > longestText ? '…' : '');
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      if (room.members-- <= 0) return [...items, '…'];
      items.push(redactWithin(item, room, depth + 1));
    }
    return items;
  }
  const kept: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (room.members-- <= 0) {
      kept.push(['…', '…']);
      break;
    }
    const isHidden = isSecretName(name) && member !== null && typeof member !== 'boolean';
    kept.push([name.slice(0, longestText), isHidden ? redacted : redactWithin(member, room, depth + 1)]);
  }
  return Object.fromEntries(kept);
}
