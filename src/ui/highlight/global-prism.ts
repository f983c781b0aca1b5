import './prism-by-hand';
import Prism from 'prismjs/components/prism-core';

// A grammar adds itself to the global Prism.
Object.assign(globalThis, { Prism });

export { Prism };
