import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ComponentType } from 'react';
import { useKeyTurn } from '../../portal-client';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { SandboxHead } from './SandboxHead.view';
import styles from './SandboxPage.module.css';
import type { SandboxVersion } from './sandbox-versions';
import { useChosenVersion } from './use-chosen-version';
import { WithoutScript } from './WithoutScript.view';

export interface SandboxPanelProps {
  /** Whose state it shows; another one is another panel, with nothing left of the first. */
  readonly version: SandboxVersion;
  /** The service's origin; '' is the site's own. */
  readonly serviceUrl: string;
}

/** One part of the page. The page gives it its heading and its text; the panel brings the rest. */
export interface SandboxSection {
  /** The heading's anchor. */
  readonly id: string;
  readonly title: string;
  /** One or two sentences. */
  readonly text: string;
  readonly Panel: ComponentType<SandboxPanelProps>;
}

/** "Your sandbox": what it holds and what one can do with it, for one API version at a time. */
export function SandboxPage({ sections }: { readonly sections: readonly SandboxSection[] }) {
  const { serviceUrl, siteUrl } = usePortalFields();
  const { versions, chosen, choose } = useChosenVersion();
  const turn = useKeyTurn(serviceUrl);
  // Guides link to sections: the build checks that they are there.
  const links = useBrokenLinks();
  for (const { id } of sections) links.collectAnchor(id);
  if (chosen === undefined) {
    return (
      <main className={styles.page}>
        <h1>Your sandbox</h1>
        <p className={styles.lead}>No API of this portal has a sandbox.</p>
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <SandboxHead versions={versions} chosen={chosen} onChoose={choose} />
      <WithoutScript origin={serviceUrl || siteUrl} version={chosen} />
      {sections.map(({ id, title, text, Panel }) => (
        <section key={id} className={styles.section} aria-labelledby={id}>
          <div className={styles.words}>
            <h2 id={id}>{title}</h2>
            <p>{text}</p>
          </div>
          <div className={styles.panel}>
            <Panel key={`${chosen.api}/${chosen.version}/${turn}`} version={chosen} serviceUrl={serviceUrl} />
          </div>
        </section>
      ))}
    </main>
  );
}
