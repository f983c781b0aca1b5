import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlightAtOnce } from './at-once.server';
import { codeHtml } from './code-html';
import { LOADERS } from './grammars';
import { highlight, loadGrammar } from './highlighter';

const htmlOf = (text: string, grammar: string) => codeHtml(highlight(text, grammar) ?? [['text', text]]);

describe('the server', () => {
  test('colours names and values of JSON, and leaves what is between them to the block', () => {
    expect(htmlOf('{ "id": 7, "ok": [true, null], "at": "now" }', 'json')).toBe(
      '{ <b>"id"</b>: <u>7</u>, <b>"ok"</b>: [<u>true</u>, <var>null</var>], <b>"at"</b>: <i>"now"</i> }',
    );
  });

  test.each(Object.keys(LOADERS).filter((name) => name !== 'markup-templating'))('has a grammar for %s', (name) => {
    expect(highlightAtOnce('x', name)).toBeDefined();
  });

  test.each(['constructor', '__proto__', 'extend', 'insertBefore', ''])('has none for %j', (name) => {
    expect(highlightAtOnce('<b>', name)).toBeUndefined();
  });
});

test('what was loaded builds upon what was loaded before', async () => {
  await loadGrammar('tsx');
  expect(htmlOf('const a = <b>1</b>;', 'tsx')).toBe(
    '<var>const</var> a <span>= &lt;</span><b>b</b><span>&gt;</span>1<span>&lt;/</span><b>b</b><span>&gt;;</span>',
  );
});

describe('the text of a code block, whatever it is', () => {
  const sign = fc.constantFrom(
    ...'<>&"\'`{}[]:;,/\\=#$ \n\u00a0\u2028abB10',
    '<script>',
    '<!--',
    ']]>',
    '<?php',
    '"a":',
  );
  const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''));
  const grammar = fc.constantFrom('json', 'bash', 'markup', 'php', 'tsx', 'http', 'yaml', 'markdown', 'none');

  test('is what the HTML shows, without an element of its own', () => {
    fc.assert(
      fc.property(text, grammar, fc.boolean(), (given, name, inLines) => {
        const place = document.createElement('code');
        place.innerHTML = codeHtml(
          highlightAtOnce(given, name) ?? [['text', given]],
          inLines ? () => 'line' : undefined,
        );
        expect(place.textContent).toBe(inLines ? `${given}\n` : given);
        const names = new Set([...place.querySelectorAll('*')].map(({ localName }) => localName));
        expect([...names].filter((one) => !['b', 'i', 'u', 'var', 'small', 'span'].includes(one))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
