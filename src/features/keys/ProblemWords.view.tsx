import type { PortalProblem } from '../../portal-client';
import { Callout } from '../../ui';

/** Why something was not done; nothing where it was. */
export function ProblemWords({ problem }: { readonly problem: PortalProblem | null }) {
  if (problem === null) return null;
  const places = problem.places.map(({ at, message }) => `${at} ${message}`).join('; ');
  return (
    <div role="alert">
      <Callout kind="danger" title={problem.title}>
        <p>{problem.detail ?? (places || 'Try again in a moment.')}</p>
      </Callout>
    </div>
  );
}
