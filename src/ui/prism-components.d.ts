/** A grammar of Prism adds itself to the global `Prism`; it exports nothing. */
declare module 'prismjs/components/*' {}
