import type { AppHost } from './scheme.ts';

/**
 * What a page or worker of this application may load and do. A worker takes the header of its own file, so every response
 * carries it. The `default` Trusted Types policy is installed by trusted-types.js, before any other script.
 */
function contentSecurityPolicy(scripts: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** Headers of a response, error or not. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy("'self'"),
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const vaultHeaders = {
  ...securityHeaders,
  'Content-Security-Policy': contentSecurityPolicy("'self' 'wasm-unsafe-eval'"),
};

/** Headers of every response for a host. Only the vault's engine and solver are WebAssembly. */
export function headersOf(host: AppHost): Readonly<Record<string, string>> {
  return host === 'vault' ? vaultHeaders : securityHeaders;
}
