import { useEffect, useState } from 'react';
import { announceAuthorization, readAuthorizationAnswer } from '../../portal-client';

/** What the callback page says and does: it hands the code to the console that waits for it, and closes itself. */
export function Authorized() {
  const [words, setWords] = useState('Going back to the console…');
  useEffect(() => {
    void handOn().then(setWords);
  }, []);
  return <p role="status">{words}</p>;
}

async function handOn(): Promise<string> {
  const { location, history } = globalThis;
  const answer = readAuthorizationAnswer(location.search);
  if (answer === null) return 'There is nothing to hand on here. Start from the console of an operation.';
  // The code is good for a minute, and for nobody who reads the history.
  history.replaceState(null, '', location.pathname);
  announceAuthorization(answer);
  globalThis.close();
  const said = answer.error === null ? 'Access was given.' : 'Access was not given.';
  return `${said} Go back to the console; this page can be closed.`;
}
