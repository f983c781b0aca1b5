/** Words with code between backticks, as page data has them. */
export function Words({ children }: { readonly children: string }) {
  return children.split('`').map((text, index) => (index % 2 === 1 ? <code key={index}>{text}</code> : text));
}
