/** `bagit.txt` of RFC 8493. */
export const bagitText = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What `bag-info.txt` tells. `payload`: the size in bytes of each payload file. */
export interface BagInfo {
  readonly organisation: string;
  readonly releaseId: string;
  readonly releaseDate: string;
  readonly payload: readonly number[];
}

/** The one `bag-info.txt` of a release; the bagging date is the release date, so that no clock gets in. */
export function bagInfoText({ organisation, releaseId, releaseDate, payload }: BagInfo): string {
  const octets = payload.reduce((sum, size) => sum + size, 0);
  return [
    `Source-Organization: ${organisation}`,
    `External-Identifier: ${releaseId}`,
    `Bagging-Date: ${releaseDate}`,
    `Payload-Oxum: ${octets}.${payload.length}`,
    '',
  ].join('\n');
}
