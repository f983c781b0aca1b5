import type { LoadedLiveUpstream } from '../../../../contract/read/index.ts';
import type { ExchangeFinding } from '../../traffic/index.ts';
import { noteFindings } from '../error-findings.ts';
import type { Facts, UpstreamAnswer } from '../facts.ts';
import { startDeadline } from '../live-deadline.ts';
import { liveAddress, liveHeaders } from '../live-request.ts';
import type { LiveWay } from '../live-way.ts';
import type { Transport } from './transport.ts';

/** The way of a request to an upstream that is mapped: guarded, timed and with the credential, as HTTP is. */
export async function sendMapped(
  facts: Facts,
  live: LoadedLiveUpstream,
  { authority, guard, times }: LiveWay,
  transport: Transport,
): Promise<UpstreamAnswer> {
  const call = transport.prepare(facts);
  const url = liveAddress(facts, live);
  const headers = liveHeaders(facts, live.requestHeaders);
  const deadline = startDeadline(times, facts);
  const { signal } = deadline;
  try {
    const { answer, findings, onUnusable } = await guard.run(facts, url.origin, () =>
      authority.send(
        (credential) =>
          call.send({ url: url.href, headers: { ...headers, ...credential } }, { signal, seconds: times.answer }),
        { signal, isThereAgain: true },
      ),
    );
    await answer.body.dump();
    return withFindings(findings, () => call.toAnswer(answer, onUnusable));
  } finally {
    deadline.over();
  }
}

/** What happened on the way is told with an error of the upstream, too. */
function withFindings(findings: readonly ExchangeFinding[], make: () => UpstreamAnswer): UpstreamAnswer {
  try {
    const made = make();
    return { ...made, findings: [...findings, ...(made.findings ?? [])] };
  } catch (error) {
    noteFindings(error, findings);
    throw error;
  }
}
