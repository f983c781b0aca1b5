import Link from '@docusaurus/Link';
import type { DeprecationView, OperationPage, VersionLink } from '../../../../contract/reference-page';
import { Callout } from '../../../ui';
import { versionHref } from '../data/page-address';
import { useChanges, useVersion } from '../data/reference-site';
import type { VersionPlace } from '../data/use-nav';
import { dayInWords } from './day-in-words';

/** Says that the operation, or the version that it is in, is on its way out, until when, and what to use instead. */
export function DeprecationNotes({ page }: { readonly page: OperationPage }) {
  const { deprecated, deprecation, otherVersions } = page;
  const isVersionDeprecated = useVersion(page)?.deprecated !== undefined;
  return (
    <>
      <VersionNote place={page} links={otherVersions} />
      {deprecation || (deprecated && !isVersionDeprecated) ? <OperationNote {...deprecation} /> : null}
    </>
  );
}

function OperationNote({ since, sunset, instead }: DeprecationView) {
  return (
    <Callout kind="warning" title={since ? `Deprecated since ${dayInWords(since)}` : 'Deprecated'}>
      <p>
        {sunset ? `It works until ${dayInWords(sunset)}. ` : 'This operation still works, but do not build on it. '}
        {instead ? (
          <>
            Use <Link to={instead.href}>{instead.title}</Link> instead.
          </>
        ) : null}
      </p>
    </Callout>
  );
}

export function VersionNote({
  place,
  links,
}: {
  readonly place: VersionPlace;
  readonly links: readonly VersionLink[];
}) {
  const version = useVersion(place);
  const changes = useChanges({ api: place.api, version: version?.deprecated?.replacedBy ?? '' }, place.version);
  if (!version?.deprecated) return null;
  const { since, sunset, replacedBy, guide } = version.deprecated;
  const instead = links.find((link) => link.version === replacedBy);
  const insteadHref = instead?.href ?? (replacedBy ? versionHref({ api: place.api, version: replacedBy }) : undefined);
  return (
    <Callout kind="warning" title={`${place.version} is deprecated since ${dayInWords(since)}`}>
      <p>
        {sunset ? `It works until ${dayInWords(sunset)}. ` : null}
        {insteadHref ? (
          <>
            Use <Link to={insteadHref}>{insteadWords(instead, replacedBy)}</Link> instead.{' '}
          </>
        ) : null}
        {guide ? <Link to={guide}>How to move</Link> : null}
        {changes ? (
          <>
            {guide ? ' · ' : null}
            <Link to={changes.href}>
              What changed from {place.version} to {replacedBy}
            </Link>
          </>
        ) : null}
      </p>
    </Callout>
  );
}

function insteadWords(link: VersionLink | undefined, version: string | undefined): string | undefined {
  if (link?.same) return `the same operation in ${version}`;
  return link?.title === undefined ? version : `“${link.title}” in ${version}`;
}
