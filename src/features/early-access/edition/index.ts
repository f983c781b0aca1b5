export { EarlyMark } from './EarlyMark';
export { RightEdition } from './RightEdition';
