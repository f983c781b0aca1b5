/** Code samples: a request as a program, in the language that the reader chose once for the whole site. */
export { CodeTabs } from './CodeTabs';
export { EmbeddedHead } from './EmbeddedHead.view';
export { EmbeddedSample as Sample } from './EmbeddedSample';
export { languages } from './languages';
export { OperationSample } from './OperationSample';
export { RequestSample, type RequestSampleProps } from './RequestSample';
export { readyRequest } from './writing/ready-request';
export { sampleCode } from './writing/sample-code';
