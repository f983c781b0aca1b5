import type { ReactNode } from 'react';
import { usePluginData } from '@docusaurus/useGlobalData';
import type { HomePage } from '@site/contract/home-page';
import { mainReference, referenceHref, useGuides, usePortalSite, type ApiSummary } from '../shell';
import { Changes } from './Changes.view';
import { Hero } from './Hero.view';
import { Launches } from './Launches.view';
import styles from './Home.module.css';
import { Ways } from './Ways.view';
import { waysIn } from './ways-in';

/** The home page's content. `firstCall` is the request that a visitor sends from it. */
export function Home({ firstCall }: { readonly firstCall: ReactNode }) {
  const site = usePortalSite();
  const guides = useGuides().start;
  const home = usePluginData('portolan-home') as HomePage;
  return (
    <main>
      <Hero site={site} guides={guides} firstCall={firstCall} />
      <div className={styles.page}>
        <Ways ways={waysIn(home.ways, guides, currentReferences(site.apis))} />
        {home.launched || home.changes.length > 0 ? (
          <div className={styles.news}>
            {home.launched ? <Launches launches={home.launched} /> : null}
            {home.changes.length > 0 ? <Changes changes={home.changes} changelog={home.changelog} /> : null}
          </div>
        ) : null}
      </div>
    </main>
  );
}

function currentReferences(apis: readonly ApiSummary[]) {
  return apis.flatMap((api) => {
    const place = mainReference([api]);
    return place ? [{ label: `${api.title} ${place.version}`, to: referenceHref(place) }] : [];
  });
}
