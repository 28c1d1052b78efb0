import { createExtractRiskSlice } from './extract-risk-slice.ts';
import { createExtractSlice } from './extract-slice.ts';
import { createMappingSlice } from './mapping-slice.ts';
import { createRemarkableSlice } from './remarkable-slice.ts';
import type { Desk, ExtractSlice } from './desk-state.ts';
import type { ExtractRiskSlice } from './extract-risk-state.ts';
import type { MappingSlice, RemarkableSlice } from './mapping-state.ts';
import type { OpenVault } from './open-vault.ts';

/** All that belongs to the Extract step: files and how they are read, kept mappings, what stands out, and what a loss would mean. */
export function createExtractSlices(
  desk: Desk,
  open: OpenVault,
): ExtractSlice & ExtractRiskSlice & MappingSlice & RemarkableSlice {
  return {
    ...createExtractSlice(desk, open),
    ...createExtractRiskSlice(desk, open),
    ...createMappingSlice(desk),
    ...createRemarkableSlice(desk, open),
  };
}
