/**
 * Docusaurus puts all styles into one file, which every page waits for. Those of what is loaded when it is asked for (console, search
 * dialog) come with its code instead. Docusaurus names the chunks of routes, which are in the HTML before their code has come; chunks of
 * ours that are loaded later have no name.
 */
export const stylesWithTheirChunk = {
  optimization: { splitChunks: { cacheGroups: { styles: { chunks: /./ } } } },
};
