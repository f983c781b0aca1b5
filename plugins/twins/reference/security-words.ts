import type { SecurityView } from '../../../contract/reference-page.ts';
import { code, plainText } from '../markdown/inline.ts';
import { prose, type TwinTools } from './twin-tools.ts';

/** What a request needs: one list item for each alternative. */
export function authenticationText(security: readonly (readonly SecurityView[])[]): string {
  if (security.every((alternative) => alternative.length === 0)) return 'No key is needed.';
  const needed = security.map((alternative) =>
    alternative.length === 0 ? 'nothing: it works without a key too' : alternative.map(schemeNeed).join(' and '),
  );
  if (needed.length === 1) return `Needs ${needed.join('')}.`;
  return ['Needs one of:', '', ...needed.map((words) => `- ${words}`)].join('\n');
}

function schemeNeed(scheme: SecurityView): string {
  const scopes = scheme.scopes.map((scope) => {
    const text = scheme.scopeTexts?.[scope];
    return text === undefined ? code(scope) : `${code(scope)} (${plainText(text)})`;
  });
  const needed = scopes.length === 0 ? '' : ` with ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(', ')}`;
  return `${code(scheme.name)}: ${schemeWords(scheme)}${needed}`;
}

function schemeWords({ type, scheme, in: place, parameterName, openIdConnectUrl }: SecurityView): string {
  if (type === 'apiKey') return `a key in the ${place ?? 'header'} ${code(parameterName ?? '')}`;
  if (type === 'http')
    return `${code(`Authorization: ${(scheme ?? 'bearer').replace(/^./, (sign) => sign.toUpperCase())} …`)}`;
  if (type === 'openIdConnect') return `OpenID Connect${openIdConnectUrl ? ` (${code(openIdConnectUrl)})` : ''}`;
  return type === 'oauth2' ? 'an OAuth 2.0 access token' : 'a client certificate (mutual TLS)';
}

/** All schemes of an API version, as its overview shows them. */
export function schemeSections(security: readonly SecurityView[], tools: TwinTools): string[] {
  return security.flatMap((scheme) => [
    `### ${plainText(scheme.name)}`,
    `${schemeWords(scheme)}${scheme.deprecated ? ' (deprecated)' : ''}.`.replace(/^./, (sign) => sign.toUpperCase()),
    prose(scheme.descriptionHtml, 3, tools) ?? '',
    ...(scheme.flows ?? []).map(({ name, addresses, scopes }) =>
      [
        `${plainText(name)}:`,
        '',
        ...addresses.map((address) => `- ${plainText(address.name)}: ${code(address.url)}`),
        ...scopes.map((scope) => `- scope ${code(scope.name)}: ${plainText(scope.text)}`),
      ].join('\n'),
    ),
  ]);
}
