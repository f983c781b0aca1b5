import type { AnswerBody as Body } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import type { EventContract } from '../answer/contract-check/use-event-check';
import type { WantedMark } from '../answer/contract-check/use-marks';
import type { JsonIndex } from '../answer/json-index/json-index';
import { AnswerBinary } from './AnswerBinary.view';
import { AnswerEvents } from './AnswerEvents.view';
import { AnswerText } from './AnswerText.view';

export interface AnswerBodyProps {
  readonly body: Exclude<Body, { readonly kind: 'none' }>;
  readonly contentType: string | null;
  readonly fileName: string;
  readonly findings: readonly AnswerFinding[];
  readonly wanted: WantedMark | null;
  /** Of a stream: what each event should be. */
  readonly events?: EventContract | null;
  /** Called when a JSON body has been read to its end. */
  readonly onRead?: ((index: JsonIndex) => void) | undefined;
}

/** A body in the view that fits it. Comes when there is an answer: the console opens without it. */
export default function AnswerBody(props: AnswerBodyProps) {
  const { body, contentType, fileName, findings, wanted, events = null, onRead } = props;
  switch (body.kind) {
    case 'text':
    case 'large': {
      const content = body.kind === 'large' ? body.bytes : (body.bytes ?? body.text);
      const text = body.kind === 'text' ? body.text : null;
      return <AnswerText body={content} text={text} {...{ contentType, fileName, findings, wanted, onRead }} />;
    }
    case 'binary':
      return <AnswerBinary blob={body.blob} contentType={contentType} fileName={fileName} />;
    case 'events':
      return <AnswerEvents log={body.log} isComing={false} fileName={fileName} contract={events} />;
  }
}
