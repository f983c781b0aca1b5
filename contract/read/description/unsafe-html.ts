/** What no page shows, whatever a description says: the site's sanitiser leaves it out with what is in it. */
const UNSAFE = /<(script|style|iframe|frame|object|embed|applet|form|svg|math|link|meta|base)\b/i;

/** A sentence about HTML in a text that pages leave out; `undefined` for what is fit to be shown. Code of Markdown is. */
export function describeUnsafeHtml(text: unknown): string | undefined {
  if (typeof text !== 'string' || !UNSAFE.test(text)) return undefined;
  const prose = text.replace(/(`{1,3})[^`]*\1/g, '');
  const name = UNSAFE.exec(prose)?.[1];
  return (
    name && `a description is Markdown; <${name.toLowerCase()}> in it is not shown. Write it as code, or leave it out.`
  );
}
