import Link from '@docusaurus/Link';
import { BrandMark } from './BrandMark.view';
import { footerColumns } from './footer-columns';
import { RenderedOnce } from './RenderedOnce';
import styles from './SiteFooter.module.css';
import { useGuides, usePortalSite } from './use-portal-site';

/** The footer of every page: where else to go, and on what terms the portal speaks. */
export function SiteFooter() {
  return (
    <RenderedOnce name="footer">
      <Footer />
    </RenderedOnce>
  );
}

function Footer() {
  const site = usePortalSite();
  const guides = useGuides();
  return (
    <footer className={styles.footer}>
      <div className={styles.inside}>
        <div className={styles.brand}>
          <span className={styles.name}>
            <BrandMark size={20} />
            {site.brand.name}
          </span>
          <p>{site.brand.tagline}</p>
        </div>
        {footerColumns(site, guides).map(({ title, links }) => (
          <nav key={title} aria-label={title} className={styles.column}>
            <p className={styles.title}>{title}</p>
            <ul>
              {links.map(({ label, to, note }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                  {note ? <span className={styles.note}> {note}</span> : null}
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <p className={styles.print}>
        <span>Reference, console and sandbox are made from the same OpenAPI descriptions.</span>
        <span>Errors: RFC 9457.</span>
        <span>Made with Portolan.</span>
      </p>
    </footer>
  );
}
