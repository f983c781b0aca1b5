/** A template whose names in braces are set off; a long one may break before a slash. */
export function PathText({ path }: { readonly path: string }) {
  return path
    .split(/(\{[^}]*\})/)
    .map((part, index) => (part.startsWith('{') ? <var key={index}>{part}</var> : part.replaceAll('/', '\u200b/')));
}
