import { Fragment, useState } from 'react';
import Search from 'lucide-react/icons/search';
import type { VersionLink } from '../../../../contract/reference-page';
import { Skeleton } from '../../../ui';
import { versionHref } from '../data/page-address';
import type { UseNav, VersionPlace } from '../data/use-nav';
import { QuietLink } from '../layout/QuietLink';
import { filterOperations } from './filter-operations';
import { OperationLinks } from './OperationLinks.view';
import { SchemasLine } from './SchemasLine.view';
import { SectionLine } from './SectionLine.view';
import { walkByArrows } from './walk-by-arrows';
import { VersionSwitcher } from './VersionSwitcher.view';
import styles from './Sidebar.module.css';

export interface SidebarProps {
  readonly place: VersionPlace;
  readonly nav: UseNav;
  /** The slug of the tag that is open, and what follows the version in the page's address: `create-offer`, `tags/offers`. */
  readonly tag?: string;
  readonly operation?: string;
  readonly otherVersions: readonly VersionLink[];
}

/**
 * The way around an API version. In the HTML: the tags around the open one, and its operations; the rest is fetched when asked for. Arrow
 * keys go from line to line, and open and shut a tag.
 */
export function Sidebar({ place, nav, tag, operation, otherVersions }: SidebarProps) {
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({});
  const { outline, groups, isWhole, load, hasFailed } = nav;
  const isFiltering = query.trim() !== '';
  const found = isFiltering && isWhole ? filterOperations(groups, query) : [];

  const toggle = (slug: string, isOpen: boolean) => {
    setOpened({ ...opened, [slug]: !isOpen });
    if (!isOpen) load();
  };
  if (!outline) return <Skeleton lines={12} height="20px" />;
  return (
    <div className={styles.sidebar} onKeyDown={walkByArrows}>
      <div className={styles.head}>
        <QuietLink to={versionHref(place)} className={styles.api}>
          {outline.title}
        </QuietLink>
        <VersionSwitcher place={place} others={otherVersions} />
      </div>
      <label className={styles.filter}>
        <Search size={14} aria-hidden="true" />
        <span className="pt-unseen">Filter operations</span>
        <input
          type="search"
          placeholder="Filter operations"
          value={query}
          autoComplete="off"
          spellCheck={false}
          onFocus={load}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {hasFailed ? (
        <p className={styles.note}>The list could not be loaded. Check your connection, and try again.</p>
      ) : null}
      {isFiltering ? (
        <div className={styles.groups}>
          {!isWhole && !hasFailed ? <Skeleton lines={4} height="20px" /> : null}
          {isWhole && found.length === 0 ? <p className={styles.note}>No operation has these words.</p> : null}
          {found.map((group) => (
            <section key={group.slug}>
              <p className={styles.foundIn}>{group.name}</p>
              <OperationLinks place={place} items={group.items} current={operation} />
            </section>
          ))}
        </div>
      ) : (
        <>
          <ul className={styles.groups}>
            {outline.groups.map((section, index) => {
              const { slug, under } = section;
              const isOpen = opened[slug] ?? slug === tag;
              return (
                <Fragment key={slug}>
                  {under !== undefined && under !== outline.groups[index - 1]?.under ? (
                    <li className={styles.under}>{under}</li>
                  ) : null}
                  <SectionLine
                    place={place}
                    section={section}
                    items={groups.find((group) => group.slug === slug)?.items}
                    isOpen={isOpen}
                    isCurrent={operation === `tags/${slug}`}
                    operation={operation}
                    onToggle={() => toggle(slug, isOpen)}
                    onShowAll={load}
                  />
                </Fragment>
              );
            })}
          </ul>
          {outline.hidden === undefined ? null : (
            <button type="button" className={styles.rest} onClick={load}>
              Show all {outline.groups.length + outline.hidden} tags
            </button>
          )}
          <SchemasLine place={place} count={outline.schemas} page={operation} />
        </>
      )}
    </div>
  );
}
