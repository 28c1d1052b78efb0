import { createHash } from 'node:crypto';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { sealBundle } from '../../shared/bundle/seal.ts';
import { smallContents } from './small-bundle.ts';

const { bytes } = sealBundle(smallContents(), nodeCrypto);
console.log(createHash('sha256').update(bytes).digest('hex'));
