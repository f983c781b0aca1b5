import { matching } from './shapes.ts';

/** The shapes of names that stand in several places of the configuration. */

export const id = matching(
  /^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'lower-case letters, digits and single hyphens, as in "my-api"',
);
export const operation = matching(/^[^/\s]+\/[^/\s]+\/\S+$/, '"{api}/{version}/{operationId}"');
export const apiVersion = matching(/^[^/\s]+\/[^/\s]+$/, '"{api}/{version}"');
export const page = matching(
  /^(?:\/(?!\/)|https?:\/\/)\S+$/,
  'a path of this site such as "/docs/migrate", or an https address',
);
