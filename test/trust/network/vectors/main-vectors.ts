import { spawn } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { net as electronNet } from 'electron';
import type { Target } from './target.ts';
import type { mainVectorNames } from './targets.ts';

/** Ways out of the main process, as somebody who runs code there would try them. */
export const mainVectors: Readonly<Record<(typeof mainVectorNames)[number], (target: Target) => unknown>> = {
  http: ({ address }) => http.get(`http://${address}/`).on('error', ignore),
  https: ({ host }) => https.get(`https://${host}/`).on('error', ignore),
  http2: ({ address }) => http2.connect(`https://${address}/`).on('error', ignore),
  tcp: ({ address }) => net.connect(9, address).on('error', ignore),
  tls: ({ address }) => tls.connect(443, address).on('error', ignore),
  udp: ({ address }) => dgram.createSocket('udp4').on('error', ignore).send('x', 9, address),
  look: ({ host }) => dns.lookup(host, ignore),
  resolve: ({ host }) => dns.resolveTxt(host, ignore),
  fetch: ({ host }) => fetch(`https://${host}/`),
  electronRequest: ({ host }) => {
    const request = electronNet.request(`https://${host}/`);
    request.on('error', ignore);
    request.end();
  },
  electronFetch: ({ host }) => electronNet.fetch(`https://${host}/`),
  childProcess: ({ host }) => spawn('getent', ['hosts', host]).on('error', ignore),
};

function ignore(): void {
  // Nobody answers here; only what was sent counts.
}
