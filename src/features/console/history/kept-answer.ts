import { headerOf, type Answer, type AnswerBody, type AnswerHead } from '../answer/answer';
import { decoderOf } from '../answer/media-type';
import { isSecretName, leftOutSecret, withoutSecrets } from '../share/left-out-secret';
import { mostAnswerCharacters } from './bounds';
import type { KeptAnswer } from './history-entry';

const mostHeaders = 100;

/** An answer as it is kept: without secrets, and not longer than is worth keeping. */
export function keptAnswer(answer: Answer, secrets: readonly string[]): KeptAnswer {
  const { text, isWhole } = textOf(answer.body, answer);
  // Cut after that: half a secret would not be known for one.
  const clean = withoutSecrets(text, secrets).text;
  const isShort = clean.length <= mostAnswerCharacters;
  const hasNoText = text === '' && answer.body.kind !== 'none';
  return {
    headers: answer.headers
      .slice(0, mostHeaders)
      .map(([name, value]) => [name, keptHeader(name, value, secrets)] as const),
    text: isShort ? clean : clean.slice(0, mostAnswerCharacters),
    kept: hasNoText ? 'nothing' : isShort && isWhole ? 'all' : 'beginning',
  };
}

export function keptHeader(name: string, value: string, secrets: readonly string[]): string {
  return isSecretName(name) ? leftOutSecret : withoutSecrets(value, secrets).text;
}

function textOf(body: AnswerBody, head: AnswerHead): { readonly text: string; readonly isWhole: boolean } {
  switch (body.kind) {
    case 'text':
      // A little more than is kept, so that no secret is cut in two.
      return {
        text: body.text.slice(0, mostAnswerCharacters * 1.25),
        isWhole: body.text.length <= mostAnswerCharacters,
      };
    case 'large': {
      const beginning = body.bytes.subarray(0, mostAnswerCharacters);
      // A character that is cut at the end is left out.
      const text = decoderOf(headerOf(head, 'content-type')).decode(beginning, { stream: true });
      return { text, isWhole: false };
    }
    case 'events':
      return { text: body.log.events.map(({ data }) => data).join('\n'), isWhole: body.log.dropped === 0 };
    case 'binary':
    case 'none':
      return { text: '', isWhole: true };
  }
}
