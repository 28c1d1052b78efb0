/** Path of the script that every page loads before any other. */
export const trustedTypesPath = '/trusted-types.js';

/**
 * The one Trusted Types policy: MapLibre and DuckDB start workers by plain address, which is let through for files of this
 * application's own `/assets/` and nothing else. Text never becomes markup or script. What opens connections that no policy
 * of content governs is taken from the page before its scripts run; that is a second bolt, not the lock.
 */
export const trustedTypesScript = `for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport'])
  delete globalThis[name];
trustedTypes.createPolicy('default', {
  createScriptURL(text) {
    const address = new URL(text, location.href);
    if (address.href.startsWith(location.origin + '/assets/')) return text;
    throw new TypeError('Only scripts of this application may be loaded.');
  },
});
`;
