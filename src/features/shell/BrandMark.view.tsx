/** A compass rose as on a portolan chart: rhumb lines, and the north in the accent. Decorative. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <circle cx="12" cy="12" r="7.25" stroke="currentColor" strokeOpacity="0.4" />
      <path d="m4.6 4.6 14.8 14.8M19.4 4.6 4.6 19.4" stroke="currentColor" strokeOpacity="0.4" strokeLinecap="round" />
      <path d="M12 23.5 9.9 14.1.5 12l9.4-2.1h4.2l9.4 2.1-9.4 2.1z" fill="currentColor" />
      <path d="m12 .5 2.1 9.4L12 12 9.9 9.9z" fill="var(--pt-accent)" />
    </svg>
  );
}
