// The order is the meaning: Prism looks at what the first left, and the grammars at Prism.
import { Prism } from './global-prism';
import 'prismjs/components/prism-json';
import 'prismjs/components/prism-bash';

/** Prism with the two grammars that every operation's page needs. */
export { Prism };
