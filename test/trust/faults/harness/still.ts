import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

// Names of temporary files are the same every time, so that faults can be aimed at them. No process has this id.
const nobody = 4_194_305;
Object.defineProperty(process, 'pid', { value: nobody });
crypto.randomBytes = (size: number) => Buffer.alloc(size, 0xab);
syncBuiltinESMExports();
