/** The keywords that bound a number or a count (JSON Schema 2020-12 validation §6.2 to §6.5), and how one says them. */
export const LIMITS = [
  { keyword: 'maxLength', side: 'most', words: (value: number) => `has at most ${counted(value, 'character')}` },
  { keyword: 'minLength', side: 'least', words: (value: number) => `has at least ${counted(value, 'character')}` },
  { keyword: 'maxItems', side: 'most', words: (value: number) => `has at most ${counted(value, 'item')}` },
  { keyword: 'minItems', side: 'least', words: (value: number) => `has at least ${counted(value, 'item')}` },
  { keyword: 'maxProperties', side: 'most', words: (value: number) => `has at most ${counted(value, 'member')}` },
  { keyword: 'minProperties', side: 'least', words: (value: number) => `has at least ${counted(value, 'member')}` },
  { keyword: 'maximum', side: 'most', words: (value: number) => `is at most ${value}` },
  { keyword: 'minimum', side: 'least', words: (value: number) => `is at least ${value}` },
  { keyword: 'exclusiveMaximum', side: 'most', words: (value: number) => `is less than ${value}` },
  { keyword: 'exclusiveMinimum', side: 'least', words: (value: number) => `is more than ${value}` },
] as const;

export type LimitKeyword = (typeof LIMITS)[number]['keyword'];

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
