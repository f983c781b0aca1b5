import Link from '@docusaurus/Link';
import Download from 'lucide-react/icons/download';
import type { ApiOverview, PageLink } from '../../../../contract/reference-page';
import { useChanges } from '../data/reference-site';
import { sizeInWords } from './size-in-words';
import styles from './Overview.module.css';

/** Release, licence, whom to ask, and the description to download. */
export function OverviewFacts({ data }: { readonly data: ApiOverview }) {
  const { outline, release, contact, license, terms, externalDocs, download } = data;
  const changes = useChanges(outline);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Release</dt>
        <dd>{release}</dd>
      </div>
      <Fact
        name="Changes"
        link={changes && { title: `From ${changes.from} to ${outline.version}`, href: changes.href }}
      />
      <Fact name="More" link={externalDocs && { title: externalDocs.text, href: externalDocs.href }} />
      <Fact name="Licence" link={license} />
      <Fact name="Contact" link={contact} />
      <Fact name="Terms" link={terms} />
      <div>
        <dt>OpenAPI description</dt>
        <dd>
          <Link to={`pathname://${download.href}`} download={download.fileName} target="_self">
            <Download size={14} aria-hidden="true" /> {download.fileName}
          </Link>{' '}
          <span>{sizeInWords(download.bytes)}</span>
        </dd>
      </div>
    </dl>
  );
}

function Fact({ name, link }: { readonly name: string; readonly link: PageLink | undefined }) {
  if (!link) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Link to={link.href}>{link.title}</Link>
      </dd>
    </div>
  );
}
