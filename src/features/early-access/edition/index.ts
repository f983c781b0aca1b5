export { RightEdition } from './RightEdition';
