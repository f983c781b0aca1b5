/** What a journey needs beside its words: loaded where there is a progress to follow. */
export { JourneyFollower } from './JourneyFollower';
export { StepTools } from './tools/StepTools';
export { journeyAt } from './use-journey';
