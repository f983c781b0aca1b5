import type { Facts } from './facts.ts';

/**
 * What an answer says about an operation that will end: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and links to the
 * guide that tells how to move and to the version to use instead (RFC 5829 `successor-version`).
 */
export function deprecationHeaders(facts: Facts, siteUrl: string): Record<string, string> {
  const { served, match } = facts;
  if (served === undefined) return {};
  const { contract, deprecated } = served;
  if (deprecated !== undefined) {
    const links = [
      ...(deprecated.guide === undefined ? [] : [link(absolute(deprecated.guide, siteUrl), 'deprecation')]),
      ...(deprecated.sunset === undefined || deprecated.guide === undefined
        ? []
        : [link(absolute(deprecated.guide, siteUrl), 'sunset')]),
      ...(deprecated.replacedBy === undefined
        ? []
        : [link(`${siteUrl}/reference/${contract.api}/${deprecated.replacedBy}`, 'successor-version')]),
    ];
    return {
      deprecation: structuredDate(deprecated.since),
      ...(deprecated.sunset !== undefined && { sunset: new Date(deprecated.sunset).toUTCString() }),
      ...(links.length > 0 && { link: links.join(', ') }),
    };
  }
  if (match?.operation.deprecated !== true) return {};
  const page = `${siteUrl}/reference/${contract.api}/${contract.version}/${match.operation.slug}`;
  // A description says that an operation is deprecated and not since when. RFC 9745 §2.1 has no way to say that, so only the link does.
  return { link: link(page, 'deprecation') };
}

/** RFC 9651 §3.3.7. */
function structuredDate(iso: string): string {
  return `@${Math.floor(Date.parse(iso) / 1000)}`;
}

function link(url: string, relation: string): string {
  return `<${url}>; rel="${relation}"; type="text/html"`;
}

function absolute(url: string, siteUrl: string): string {
  return url.startsWith('/') ? siteUrl + url : url;
}
