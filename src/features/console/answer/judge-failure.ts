import type { Failure } from './answer';
import { judgement, type Judgement } from './judgement';
import { waitWords } from './sending/wait-store';

/** Why there is no answer, or only a part of one. */
export function judgeFailure(failure: Failure): Judgement {
  switch (failure.kind) {
    case 'offline':
      return judgement('network', 'You are offline', 'Nothing was sent. Send again when you are back.');
    case 'unreachable':
      return judgement(
        'network',
        'No answer',
        failure.isGatewayThere
          ? 'The gateway is there; something between blocked this request: an extension of the browser, a firewall, or a lost connection. Send again, or try the curl command.'
          : 'The gateway could not be reached, or something between blocked the request. Send again, or try the curl command.',
      );
    case 'timed-out':
      return judgement(
        failure.partial ? 'upstream' : 'network',
        failure.partial ? 'The answer fell silent' : 'Timed out',
        `Nothing came for ${waitWords(failure.waitedMilliseconds / 1000)}, as long as you let it wait. ${
          failure.partial
            ? 'What had come is below.'
            : 'The request may have had its effect. Give it longer beside Send, or send again.'
        }`,
      );
    case 'cancelled':
      return judgement(
        'nobody',
        'Cancelled',
        failure.partial
          ? 'You stopped the answer; what had come is below.'
          : 'You stopped the request. It may have had its effect.',
      );
    case 'broken':
      return judgeBreak(failure);
    case 'redirect':
      return judgement(
        'browser',
        'The answer is a redirect',
        'A browser does not let a page see a redirect (3xx). The curl command shows it.',
      );
    case 'too-large':
      return judgement(
        'browser',
        'The answer is larger than 50 MB',
        'The page stopped reading there. The curl command gets all of it.',
      );
    case 'not-confirmed':
      return judgement('nobody', 'Not sent', 'You did not confirm the write to live, so nothing left this page.');
    case 'no-credential':
      return judgement('request', 'Not sent: a credential is missing', failure.sentence);
    case 'no-key':
      return judgement('gateway', 'No guest key', failure.sentence);
  }
}

/** The gateway itself is asked how it is: whether it died, or what is behind it ended its answer. */
function judgeBreak({ isGatewayThere }: Extract<Failure, { readonly kind: 'broken' }>): Judgement {
  const title = 'The answer broke off';
  const kept = 'What had come is below.';
  if (isGatewayThere === undefined)
    return judgement('network', title, `The connection ended before the answer did. ${kept}`);
  return isGatewayThere
    ? judgement(
        'upstream',
        title,
        `The gateway is well; what is behind it ended the answer, or the connection did. ${kept}`,
      )
    : judgement('gateway', title, `The gateway does not answer any more, or the connection to it is gone. ${kept}`);
}
