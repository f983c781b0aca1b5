import Link from '@docusaurus/Link';
import { useLocation } from '@docusaurus/router';
import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import clsx from 'clsx';
import Menu from 'lucide-react/icons/menu';
import { AccountControl, AccountLink } from '../account/header';
import { SearchTrigger } from '../search';
import { BrandMark } from './BrandMark.view';
import { ColourModeButton } from './ColourModeButton';
import { Drawer } from './Drawer';
import { referenceHref, referencePlace, type ReferencePlace } from './portal-site';
import { ReferenceList, ReferenceMenu } from './ReferenceMenu.view';
import { RenderedOnce } from './RenderedOnce';
import styles from './SiteHeader.module.css';
import { useGuides, usePortalSite } from './use-portal-site';

/** The header of every page. Its links work without JavaScript; on a phone they move into a drawer. */
export function SiteHeader() {
  const { pathname } = useLocation();
  const place = referencePlace(pathname);
  return (
    <RenderedOnce name={`header ${place ? referenceHref(place) : pathname}`}>
      <Header place={place} isInGuides={pathname.startsWith('/docs')} isInSandbox={/^\/sandbox\/?$/.test(pathname)} />
    </RenderedOnce>
  );
}

/** What it depends on is in the name that it is rendered once under. */
function Header({
  place,
  isInGuides,
  isInSandbox,
}: {
  readonly place: ReferencePlace | null;
  readonly isInGuides: boolean;
  readonly isInSandbox: boolean;
}) {
  const { brand, apis } = usePortalSite();
  const { toggle, shown } = useNavbarMobileSidebar();
  const guides = useGuides().start;

  const wordmark = (
    <Link to="/" className={styles.brand}>
      <BrandMark />
      <span className={styles.name}>{brand.name}</span> <span className={styles.kind}>Developers</span>
      <span className="pt-unseen">, home</span>
    </Link>
  );
  const guidesLink = guides ? (
    <Link to={guides} className={clsx(styles.link, isInGuides && styles.here)}>
      Guides
    </Link>
  ) : null;

  const sandboxLink = apis.some(({ versions }) => versions.some(({ sandbox }) => sandbox)) ? (
    <Link to="/sandbox" className={clsx(styles.link, isInSandbox && styles.here)}>
      Sandbox
    </Link>
  ) : null;

  return (
    <header className={clsx('navbar navbar--fixed-top', styles.header)}>
      <div className={styles.inside}>
        <button type="button" className={styles.menu} aria-label="Open the menu" aria-expanded={shown} onClick={toggle}>
          <Menu size={20} aria-hidden="true" />
        </button>
        {wordmark}
        <nav className={styles.links} aria-label="Main">
          {guidesLink}
          <ReferenceMenu apis={apis} place={place} />
          {sandboxLink}
        </nav>
        <div className={styles.tools}>
          <SearchTrigger />
          <ColourModeButton />
          <AccountControl />
        </div>
      </div>
      <Drawer brand={wordmark}>
        {guidesLink}
        <ReferenceList apis={apis} place={place} />
        {sandboxLink}
        <AccountLink className={styles.link} />
      </Drawer>
    </header>
  );
}
