/** An API that asks for every kind of credential, alone and together; its live server has variables. */
const schemes = {
  inHeader: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  inQuery: { type: 'apiKey', in: 'query', name: 'api_key' },
  inCookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  basic: { type: 'http', scheme: 'basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://login.elsewhere.example/.well-known/openid-configuration' },
  oauth: {
    type: 'oauth2',
    flows: {
      clientCredentials: { tokenUrl: 'https://login.elsewhere.example/token', scopes: { read: 'Read notes' } },
    },
  },
};

const notes = {
  type: 'object',
  properties: { id: { type: 'string' }, text: { type: 'string' } },
};

function operation(summary: string, security: readonly object[]) {
  return {
    operationId: summary.toLowerCase().replace(/[^a-z]+/g, '-'),
    summary,
    security,
    responses: {
      '200': { description: 'Notes', content: { 'application/json': { schema: { type: 'array', items: notes } } } },
    },
  };
}

export const securedApi = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1' },
  paths: {
    '/by-header': { get: operation('By header', [{ inHeader: [] }]) },
    '/by-query': { get: operation('By query', [{ inQuery: [] }]) },
    '/by-cookie': { get: operation('By cookie', [{ inCookie: [] }]) },
    '/by-basic': { get: operation('By basic', [{ basic: [] }]) },
    '/by-bearer': { get: operation('By bearer', [{ bearer: [] }]) },
    '/by-openid': { get: operation('By OpenID', [{ oidc: ['read'] }]) },
    '/by-both': { get: operation('By both', [{ inHeader: [], oauth: ['read'] }]) },
    '/by-either': { get: operation('By either', [{ inHeader: [] }, { oauth: ['read'] }]) },
    '/by-nothing': { get: operation('By nothing', []) },
    '/notes': {
      post: {
        ...operation('Make a note', [{ inHeader: [] }, { oauth: ['read'] }]),
        requestBody: {
          required: true,
          content: { 'application/json': { schema: notes, example: { text: 'From the contract' } } },
        },
        responses: { '201': { description: 'Made', content: { 'application/json': { schema: notes } } } },
      },
    },
  },
  components: { securitySchemes: schemes },
};
