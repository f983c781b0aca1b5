import { createHash } from 'node:crypto';

/** A page that the service makes itself, not the site: reads and works without JavaScript, and loads nothing. */
export interface Page {
  readonly title: string;
  /** HTML; what comes from outside went through `escape`. */
  readonly body: string;
}

/** The site's own colours, `src/css/tokens.css`: a page that nothing can be loaded into has to repeat them. */
const style = `
:root{color-scheme:light dark;--ink:#0c1a27;--soft:#3d4b57;--line:#e3e0d8;--edge:#898a84;--paper:#fbfaf7;--raised:#ffffff;--sea:#1f6f78;--accent:#c23f28;--on:#ffffff}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6df;--soft:#b6bfc5;--line:#22303c;--edge:#647685;--paper:#0b141c;--raised:#111c26;--sea:#6fc3c6;--accent:#ee7b61;--on:#1d0a05}}
*{box-sizing:border-box}
body{margin:0;padding:24px 16px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:440px;margin:9vh auto 0}
h1{margin:0 0 8px;font-size:28px;line-height:36px;letter-spacing:-.022em;font-weight:600}
p{margin:0 0 16px;color:var(--soft)}
ul{margin:0 0 20px;padding:0;list-style:none;border-top:1px solid var(--line)}
li{padding:8px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
li span{display:block;color:var(--soft);font-size:14px}
code{font:14px/1.4 ui-monospace,monospace;color:var(--ink)}
form{display:flex;flex-wrap:wrap;gap:8px;margin:0}
button{min-height:44px;padding:0 20px;border:1px solid var(--edge);border-radius:6px;background:var(--raised);color:var(--ink);font:inherit;cursor:pointer}
button.main{border-color:var(--accent);background:var(--accent);color:var(--on);font-weight:500}
h2{margin:40px 0 4px;font-size:20px;line-height:28px;letter-spacing:-.015em;font-weight:600}
article{border-top:1px solid var(--line);margin-top:32px}
article h2{margin-top:24px}
article p{font-size:14px}
.letter{padding:16px;border:1px solid var(--line);border-radius:6px;background:var(--raised);white-space:pre-wrap;overflow-wrap:anywhere}
input[type=password]{width:100%;min-height:44px;padding:0 12px;border:1px solid var(--edge);border-radius:6px;background:var(--raised);color:inherit;font:inherit}
input[type=text]{width:100%;min-height:44px;padding:0 12px;border:1px solid var(--edge);border-radius:6px;background:var(--raised);color:inherit;font:20px/1.4 ui-monospace,monospace;text-transform:uppercase}
input.plain{width:100%;min-height:44px;padding:0 12px;border:1px solid var(--edge);border-radius:6px;background:var(--raised);color:inherit;font:inherit;text-transform:none}
label{width:100%;font-weight:500}
.lines{white-space:pre-line}
:focus-visible{outline:2px solid var(--sea);outline-offset:2px}
a{color:var(--sea)}
.code{font-size:28px;letter-spacing:.08em}`;

const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** The headers of a page: nothing but its own style may be loaded, and forms lead to this origin or to the portal's `site`. */
export function pageHeaders(site: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `style-src '${styleHash}'`,
    `form-action 'self' ${site}`.trimEnd(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
}

export function renderPage({ title, body }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body><main>
<h1>${escape(title)}</h1>
${body}
</main></body>
</html>`;
}

export function escape(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
