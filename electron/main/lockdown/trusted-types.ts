/** Path of the script that every page loads before any other. */
export const trustedTypesPath = '/trusted-types.js';

/**
 * The one Trusted Types policy: MapLibre and DuckDB start workers by plain address, which is let through for files of this
 * application's own `/assets/` and nothing else. Text never becomes markup or script.
 */
export const trustedTypesScript = `trustedTypes.createPolicy('default', {
  createScriptURL(text) {
    const address = new URL(text, location.href);
    if (address.href.startsWith(location.origin + '/assets/')) return text;
    throw new TypeError('Only scripts of this application may be loaded.');
  },
});
`;
