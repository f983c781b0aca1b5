/** `/reference/{api}/{version}/{operation}`, with whatever stands behind; not the address of a tag's page or of a file. */
export const OPERATION_ADDRESS =
  /^(?<path>\/reference\/[^/?#]+\/[^/?#]+\/[^/?#]+?)(?:\.html)?\/?(?:\?[^#]*)?(?:#(?<anchor>.*))?$/;
