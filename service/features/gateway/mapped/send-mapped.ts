import type { LoadedLiveUpstream } from '../../../../contract/read/index.ts';
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
  const signal = AbortSignal.any([facts.request.gone, deadline.signal]);
  try {
    const { answer, findings } = await guard.run(facts, url.origin, () =>
      authority.send(
        (credential) =>
          call.send({ url: url.href, headers: { ...headers, ...credential } }, { signal, seconds: times.answer }),
        { signal, isThereAgain: true },
      ),
    );
    const made = call.toAnswer(answer);
    return { ...made, findings: [...findings, ...(made.findings ?? [])] };
  } finally {
    deadline.over();
  }
}
