/** A journey with its progress: apart from the first call, because pages that show one do not pay for the other. */
export { Onboarding } from './Onboarding';
