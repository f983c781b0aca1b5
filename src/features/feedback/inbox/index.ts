export { FeedbackInbox } from './FeedbackInbox';
