/** Stands in for `@docusaurus/Head`: what stands in a page's head is no part of what is tested. */
export default function Head(): null {
  return null;
}
