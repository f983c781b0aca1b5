/** Docusaurus's admonitions → GitHub's alerts. */
const ALERTS: Readonly<Record<string, string>> = {
  note: 'NOTE',
  info: 'NOTE',
  secondary: 'NOTE',
  tip: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  caution: 'WARNING',
  danger: 'CAUTION',
};

/** `:::note[Title] … :::` → `> [!NOTE] …`, those within others too; code blocks stay as they are. */
export function markAdmonitions(markdown: string): string {
  const lines = markdown.split('\n');
  const out: string[] = [];
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const ticks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence !== undefined && ticks?.startsWith(fence) && line.trim() === ticks) fence = undefined;
    const opening = fence === undefined ? /^(:{3,})\s*(\w+)(?:\[(.*)\]|[ \t]+(.*?))?\s*$/.exec(line) : null;
    const [, colons, kind = '', bracketed, spaced] = opening ?? [];
    const end = colons === undefined ? -1 : lines.findIndex((one, at) => at > index && one.trim() === colons);
    if (ALERTS[kind] === undefined || end === -1) {
      out.push(line);
      continue;
    }
    const title = bracketed ?? spaced;
    const inner = markAdmonitions(
      lines
        .slice(index + 1, end)
        .join('\n')
        .trim(),
    );
    out.push(quote([`[!${ALERTS[kind]}]`, ...(title ? [`**${title}**`, ''] : []), inner].join('\n')));
    index = end;
  }
  return out.join('\n');
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}
