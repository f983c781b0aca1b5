/** The pages of accounts. What every page's header shows comes through `header/`. */
export { AccountPage } from './page/AccountPage';
export { SignInPage } from './sign-in/SignInPage';
export { SignUpPage } from './sign-up/SignUpPage';
