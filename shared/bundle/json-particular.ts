import { type JsonFault, maximumJsonDepth } from '../base/strict-json.ts';
import { type Particular, particular } from './particular.ts';

/** Why the file `path` could not be read as JSON. */
export function jsonParticular(fault: JsonFault, path: string): Particular {
  if (fault === 'too-deep' || fault === 'not-canonical')
    return particular(`json-${fault}`, { levels: maximumJsonDepth }, { path });
  return particular(`json-${fault}`, {}, { path });
}
