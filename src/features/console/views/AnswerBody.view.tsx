import type { AnswerBody as Body } from '../answer/answer';
import type { AnswerFinding } from '../answer/contract-check/answer-finding';
import { AnswerBinary } from './AnswerBinary.view';
import { AnswerEvents } from './AnswerEvents.view';
import { AnswerText } from './AnswerText.view';

export interface AnswerBodyProps {
  readonly body: Exclude<Body, { readonly kind: 'none' }>;
  readonly contentType: string | null;
  readonly fileName: string;
  readonly findings: readonly AnswerFinding[];
  readonly wanted: AnswerFinding | null;
}

/** A body in the view that fits it. Comes when there is an answer: the console opens without it. */
export default function AnswerBody({ body, contentType, fileName, findings, wanted }: AnswerBodyProps) {
  switch (body.kind) {
    case 'text':
    case 'large': {
      const content = body.kind === 'large' ? body.bytes : (body.bytes ?? body.text);
      const text = body.kind === 'text' ? body.text : null;
      return <AnswerText body={content} text={text} {...{ contentType, fileName, findings, wanted }} />;
    }
    case 'binary':
      return <AnswerBinary blob={body.blob} contentType={contentType} fileName={fileName} />;
    case 'events':
      return <AnswerEvents log={body.log} isComing={false} fileName={fileName} />;
  }
}
