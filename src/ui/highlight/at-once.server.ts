import './all-grammars';

/** On the server every grammar is at hand. package.json (`imports`) says who gets which of the two files. */
export { highlight as highlightAtOnce } from './highlighter';
