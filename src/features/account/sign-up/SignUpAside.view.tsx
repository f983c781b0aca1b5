import Link from '@docusaurus/Link';

const reasons = [
  ['Keys of your own', 'They last, they are rolled without a failed call, and you see when they were used.'],
  ['Your colleagues', 'One organization, with owners, developers and viewers.'],
  ['What you began', 'The sandbox that you filled as a guest comes along.'],
] as const;

/** What an account is for. */
export function SignUpAside() {
  return (
    <>
      <h2>What it keeps for you</h2>
      <ul>
        {reasons.map(([title, text]) => (
          <li key={title}>
            <strong>{title}</strong>
            {text}
          </li>
        ))}
      </ul>
      <h2>You have one?</h2>
      <p>
        <Link to="/sign-in">Sign in</Link>
      </p>
    </>
  );
}
