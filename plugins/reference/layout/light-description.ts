export const OVERVIEW_ID = 'overview';

/**
 * The description that docusaurus-plugin-openapi-docs is given: nothing but what makes an overview page. All other pages of the
 * reference are rendered into frames (decisions/013).
 */
export const LIGHT_DESCRIPTION = { openapi: '3.1.0', info: { title: OVERVIEW_ID, version: '1' }, paths: {} };
