/** The sign above a bar through whose figures an attack found something; its words stand beside it. */
export function FindingSign({ above }: { readonly above?: number }): React.JSX.Element {
  return (
    <svg
      className={above === undefined ? 'risk-finding' : 'risk-finding risk-finding-above'}
      style={above === undefined ? undefined : { bottom: `min(${above * 100}% + 3px, 100% - 14px)` }}
      viewBox="-1 -1 12 11"
      aria-hidden="true"
    >
      <path d="M0 9L5 0L10 9Z" />
    </svg>
  );
}
