/** Operations within guides: what `docusaurus.config.ts` takes. The build's commands take `lay-out-embeds.ts`. */
export { giveEmbedsData } from './give-data.ts';
export { groupFences } from './group-fences.ts';
