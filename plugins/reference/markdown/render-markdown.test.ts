import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { renderPlainMarkdown } from './plain-markdown.ts';
import { createMarkdownRenderer, renderFully } from './render-markdown.ts';

const render = createMarkdownRenderer();

describe('Markdown of a description', () => {
  test.each([
    ['emphasis and code', 'A *good* `x < y`', '<p>A <em>good</em> <code>x &#x3C; y</code></p>'],
    [
      'a table',
      '|a|\n|-|\n|1|',
      '<table tabindex="0"><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>',
    ],
    [
      'an alert of GitHub',
      '> [!NOTE]\n> Mind *this*.',
      '<blockquote><p><strong>Note</strong> Mind <em>this</em>.</p></blockquote>',
    ],
    ['nothing', '  ', ''],
    ['text that looks like an admonition', ':::tip\nhey\n:::', '<p>:::tip\nhey\n:::</p>'],
    ['text that looks like MDX', 'export const a = {b} `${c}`', '<p>export const a = {b} <code>${c}</code></p>'],
    ['front matter', '---\ntitle: x\n---', '<hr>\n<h3>title: x</h3>'],
  ])('%s', (_name, markdown, html) => {
    expect(render(markdown).replace(/>\n</g, (_, at: number) => (html.includes('>\n<') && at ? '>\n<' : '><'))).toBe(
      html,
    );
  });

  test('has headings below that of the page', () => {
    expect(render('# One\n\n### Two', 2)).toBe('<h3>One</h3>\n<h5>Two</h5>');
    expect(render('### Two', 1)).toBe('<h2>Two</h2>');
    expect(render('# a\n\n###### b', 4)).toBe('<h5>a</h5>\n<h6>b</h6>');
  });

  test.each([
    ['<script>alert(1)</script>x'],
    ['<img src=x onerror=alert(1)>'],
    ['[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x)'],
    ['<a href="jav&#x09;ascript:alert(1)">x</a>'],
    ['<iframe src="https://evil.example"></iframe><object></object><embed><form action="//evil">'],
    ['<svg onload=alert(1)><style>*{}</style></svg><math><mi xlink:href="javascript:x"></mi></math>'],
    ['<p style="position:fixed" id="__docusaurus" class="x" name="y">x</p>'],
    ['<!-- --><base href="//evil"><meta http-equiv=refresh content="0;url=//evil"><link rel=stylesheet href="//evil">'],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
  ])('is harmless: %s', (markdown) => {
    expect(render(markdown)).not.toMatch(
      /<(?:script|iframe|object|embed|form|svg|style|base|meta|link|math|noscript)|\son\w+=|javascript:|data:|vbscript:|style=|id=|class=/i,
    );
  });

  test('takes images from this site only; one over https is a link to it', () => {
    expect(render('![b](/b.png)')).toBe('<p><img src="/b.png" alt="b"></p>');
    expect(render('![a](https://x.example/a.png) ![](https://x.example/b.png)')).toBe(
      '<p><a href="https://x.example/a.png">a</a> <a href="https://x.example/b.png">Image</a></p>',
    );
    expect(render('![a](http://x.example/a.png) ![b](//x/b.png) ![c](data:x) ![d](d.png)')).toBe(
      '<p><span>a</span> <span>b</span> <span>c</span> <span>d</span></p>',
    );
  });

  test('what scrolls by itself can be scrolled by keyboard', () => {
    expect(render('```\nx\n```')).toMatch(/^<pre tabindex="0"><code>/);
    expect(render('<b tabindex="3">x</b>')).toBe('<p><b>x</b></p>');
  });

  test('is text where it is nested beyond reason', () => {
    expect(render('>'.repeat(20_000))).not.toBe('');
  });

  test('simple texts take a shortcut that gives the same', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'B c',
        ' ',
        '`',
        '`x`',
        '`<b>`',
        '_',
        'a_b',
        '*',
        '-',
        '1.',
        '1) ',
        '#',
        '#a',
        ':',
        '://',
        'http://x.example',
      ],
      ...[
        'www.',
        'w',
        '.',
        ',',
        '/',
        '@',
        'x@y.example',
        '&',
        '&amp;',
        '<',
        '>',
        '(',
        '[x]',
        '!',
        '~',
        '=',
        '{',
        '\\',
        '|',
        '"',
        "'",
      ],
      ...['\n', '    ', '\t', 'é', '—', '``', 'mailto:a', '$', '+', '1234567890. ', 'xmpp:'],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          const shortcut = renderPlainMarkdown(text);
          if (shortcut !== undefined) expect(shortcut).toBe(renderFully(text, 2));
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

test.each([
  ['the first paragraph', '<p>One <code>a &#x3C; b</code> &#x26; c.</p><p>Two</p>', 'One a < b & c.'],
  ['words, not parts of words', `<p>${'word '.repeat(50)}</p>`, `${'word '.repeat(31)}word…`],
  ['nothing', '', ''],
])('an excerpt is %s', (_name, html, text) => {
  expect(excerptOf(html)).toBe(text);
});
