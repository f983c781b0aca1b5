/** A link in a page leads to the web or within the site; anything else (`javascript:`) could run. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?:\/\/|\/(?![\\/]))/i.test(url);
}
