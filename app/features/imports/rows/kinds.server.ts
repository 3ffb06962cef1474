/** Every kind of row with what an import does with it. */
import type { FileRecord } from '../../../readers/records';
import { UNIT_ROWS } from '../inventory/unit-rows.server';
import { ADVISORY_ROWS } from './advisory-rows.server';
import { COMPONENT_ROWS } from './component-rows.server';
import { EPSS_ROWS } from './epss-rows.server';
import { KEV_ROWS } from './kev-rows.server';
import { MDS2_ROWS } from './mds2-rows.server';
import type { RowKind } from './row-kind';
import { SUPPORT_ROWS } from './support-rows.server';

type Kind = FileRecord['kind'];

/** In the order in which they are worked off. */
export const ROW_KINDS: Record<Kind, RowKind> = {
  advisory: ADVISORY_ROWS as RowKind,
  kev: KEV_ROWS as RowKind,
  epss: EPSS_ROWS as RowKind,
  support: SUPPORT_ROWS as RowKind,
  component: COMPONENT_ROWS as RowKind,
  mds2: MDS2_ROWS as RowKind,
  device: UNIT_ROWS as RowKind,
  row: UNIT_ROWS as RowKind,
};

export const KIND_NAMES = Object.keys(ROW_KINDS) as Kind[];

/** Kinds whose next edition replaces the one held. */
export const REPLACED: readonly Kind[] = ['kev', 'epss', 'support'];
