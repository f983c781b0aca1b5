// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findXmlFault } from './find-xml-fault';

test.each([
  ['<a/>', null],
  ['<?xml version="1.0"?>\n<!-- x --><a b="1" c=\'2\'><d/>&amp;&#10;<![CDATA[<&]]></a>\n', null],
  ['<a><b></a></b>', 'line 1, column 7: </b> is expected here'],
  ['<a>\n  <b>\n</a>', 'line 3, column 1: </b> is expected here'],
  ['<a>', 'line 1, column 1: <a> is never closed'],
  ['<a/><b/>', 'line 1, column 5: there is a second outermost element'],
  ['<a b=1/>', 'line 1, column 1: the tag of a does not end with >, or an attribute has no value in quotes'],
  ['<a b="1" b="2"/>', 'line 1, column 1: the attribute b is there twice'],
  ['<a>x & y</a>', 'line 1, column 6: a lone & is written &amp;'],
  ['<a>1 < 2</a>', 'line 1, column 6: a lone < is written &lt;'],
  ['plain', 'line 1, column 1: text stands outside of the element'],
  ['', 'line 1, column 1: there is no element'],
  ['<!-- x', 'line 1, column 1: a comment does not end: --> is missing'],
])('%s', (text, want) => {
  const fault = findXmlFault(text);
  expect(fault && `line ${fault.line}, column ${fault.column}: ${fault.message}`).toBe(want);
});

const piece = fc.constantFrom(
  '<a>',
  '</a>',
  '<b c="d">',
  '</b>',
  '<e/>',
  ' ',
  'text',
  '&lt;',
  '&',
  '<',
  '"',
  '<!-- -->',
  'f="g"',
  '>',
);

test('whatever is typed, it is well-formed where a parser of XML takes it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `<r>${pieces.join('')}</r>`;
      const parsed = new DOMParser().parseFromString(text, 'application/xml');
      expect(findXmlFault(text) === null).toBe(parsed.getElementsByTagName('parsererror').length === 0);
    }),
    { numRuns: 300 },
  );
});
