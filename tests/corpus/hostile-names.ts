/** Names of operations, tags, schemas, properties and parameters that have made a program stumble somewhere. */
export const STRANGE_NAMES: readonly string[] = [
  // Files of ours, and of a device of Windows.
  ...[
    'nav',
    'pages',
    'description',
    'schemas',
    'tags',
    'changes',
    'parts',
    'index',
    'nav.json',
    'con',
    'AUX',
    'nul.txt',
  ],
  // What every object has.
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'],
  // The same in kebab case, or where letter case does not count.
  ...['listPets', 'list_pets', 'LISTPETS', 'ListPets', 'list-pets-2'],
  // Of addresses and of files.
  ...[
    '.',
    '..',
    '../../../../etc/passwd',
    'a/b',
    'a\\b',
    'a%2Fb',
    '%2e%2e%2f',
    '100%',
    'a?b=c',
    'a#b',
    'a.html',
    '~0~1',
  ],
  // Of markup and templates.
  ...['a b', 'a"b', "a'b", 'a<b>', '&lt;i&gt;', '{a}', '{{a}}', '${a}', '`a`', 'a|b', '[a](b)', '*a*', '-', '_', ' '],
  // Directions, widths, marks, and what is no letter at all.
  ...['\u202egnp.exe', 'zero\u200bwidth', '\u2066isolated\u2069', '\ufeffmarked', '名前', '🦜', 'e\u0301', 'İſ', 'Ａ'],
  ...['line\nbreak', 'tab\tstop', 'nul\u0000byte', '\u2028', '\u007f'],
  'x'.repeat(300),
  `${'x'.repeat(300)}y`,
];
