import { useEffect, useState } from 'react';
import { createAccountCalls, type PortalProblem, type ProviderList } from '../../../portal-client';
import { Button } from '../../../ui';
import { ownPath } from '../own-path';
import styles from './Entry.module.css';
import { ProblemWords } from './ProblemWords.view';
import { useQuery } from './use-query';

/** Other ways in, where the portal has some. They stand last, so that nothing moves when they come. */
export function Providers({ serviceUrl }: { readonly serviceUrl: string }) {
  const [providers, setProviders] = useState<ProviderList['data']>([]);
  const to = useQuery('to');
  const [going, setGoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<PortalProblem | null>(null);
  useEffect(() => {
    let isHere = true;
    void callsAt(serviceUrl)
      .listProviders()
      .then((outcome) => {
        // Without an answer the two ways above stand.
        if (isHere && outcome.kind === 'ok') setProviders(outcome.value.data);
      });
    return () => {
      isHere = false;
    };
  }, [serviceUrl]);

  const go = async (provider: string): Promise<void> => {
    setGoing(provider);
    setProblem(null);
    const returnTo = ownPath(to);
    const outcome = await callsAt(serviceUrl).beginProviderSignIn(provider, returnTo);
    if (outcome.kind === 'ok') return location.assign(outcome.value.url);
    setGoing(null);
    setProblem(outcome.problem);
  };

  if (providers.length === 0) return null;
  return (
    <div className={`${styles.ways} ${styles.providers}`}>
      {providers.map(({ id, name }) => (
        <Button key={id} size="large" className={styles.wide} busy={going === id} onClick={() => void go(id)}>
          Go on with {name}
        </Button>
      ))}
      <ProblemWords problem={problem} />
    </div>
  );
}

function callsAt(serviceUrl: string) {
  return createAccountCalls(serviceUrl, (request) => fetch(request));
}
