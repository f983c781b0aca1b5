/** The address of a page that is rendered into a frame, with whatever stands behind; not that of a tag's page or of a file. */
export const PAGE_ADDRESS =
  /^(?<path>\/reference\/[^/?#]+\/[^/?#]+\/(?:(?:schemas|changes)\/)?[^/?#]+?)(?:\.html)?\/?(?:\?[^#]*)?(?:#(?<anchor>.*))?$/;
