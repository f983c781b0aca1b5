import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { ComponentType } from 'react';
import { useKeyTurn } from '../../portal-client';
import { usePortalFields } from '../../portal-client/use-portal-fields';
import { Page, PageHead, Section } from '../../ui';
import { SandboxHead } from './SandboxHead.view';
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
      <Page>
        <PageHead title="Your sandbox" lead="No API of this portal has a sandbox." />
      </Page>
    );
  }
  return (
    <Page>
      <SandboxHead versions={versions} chosen={chosen} onChoose={choose} />
      <WithoutScript origin={serviceUrl || siteUrl} version={chosen} />
      {sections.map(({ id, title, text, Panel }) => (
        <Section key={id} id={id} title={title} text={text} needsScript>
          <Panel key={`${chosen.api}/${chosen.version}/${turn}`} version={chosen} serviceUrl={serviceUrl} />
        </Section>
      ))}
    </Page>
  );
}
