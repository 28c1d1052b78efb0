/** One frame, as far as it says who wanted what. */
export interface Frame {
  /** `udp`, `tcp`, `icmp`, `igmp`, `icmpv6`, or a number of a protocol. */
  readonly protocol: string;
  /** Address the frame was sent to; the type of the frame where there is no Internet protocol in it. */
  readonly to: string;
  readonly port: number | undefined;
  /** The name asked for, where this is a question to a name server. */
  readonly name: string | undefined;
}

const protocols: Readonly<Record<number, string>> = {
  1: 'icmp',
  2: 'igmp',
  6: 'tcp',
  17: 'udp',
  58: 'icmpv6',
};

/** Reads an Ethernet frame. */
export function readFrame(bytes: Buffer): Frame {
  const kind = bytes.readUInt16BE(12);
  const packet = bytes.subarray(14);
  if (kind === 0x0800) {
    const to = [...packet.subarray(16, 20)].join('.');
    return readTransport(packet[9] ?? 0, to, packet.subarray(((packet[0] ?? 0) & 15) * 4));
  }
  if (kind === 0x86dd) return readSixth(packet);
  return { protocol: 'other', to: `type ${kind.toString(16)}`, port: undefined, name: undefined };
}

/** A hop-by-hop header stands before what announces groups. */
function readSixth(packet: Buffer): Frame {
  const to = (packet.subarray(24, 40).toString('hex').match(/.{4}/g) ?? []).join(':');
  const next = packet[6] ?? 0;
  if (next !== 0) return readTransport(next, to, packet.subarray(40));
  return readTransport(packet[40] ?? 0, to, packet.subarray(48 + (packet[41] ?? 0) * 8));
}

function readTransport(number: number, to: string, segment: Buffer): Frame {
  const protocol = protocols[number] ?? `${number}`;
  const hasPorts = (number === 6 || number === 17) && segment.length >= 4;
  const port = hasPorts ? segment.readUInt16BE(2) : undefined;
  const name = number === 17 && port === 53 ? questionOf(segment.subarray(8)) : undefined;
  return { protocol, to, port, name };
}

function questionOf(message: Buffer): string | undefined {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0 && length < 64; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return labels.length === 0 ? undefined : labels.join('.').toLowerCase();
}

/** One line to read. */
export function describeFrame(frame: Frame): string {
  const port = frame.port === undefined ? '' : `:${frame.port}`;
  return `${frame.protocol} ${frame.to}${port}${frame.name === undefined ? '' : ` ${frame.name}`}`;
}
