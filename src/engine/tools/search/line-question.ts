import type { Level } from '../../model/level';
import type { TemplateId } from '../../model/units';
import type { AskedWindow } from '../asked-window';
import type { ToolLog } from '../tool';
import type { LineMatcher } from './line-matcher';

/** What a line must be; what is left out holds of every line. */
export interface LineQuestion {
  readonly matcher?: LineMatcher | undefined;
  /** Of its record: this level or a worse one. */
  readonly level?: Level | undefined;
  readonly window?: AskedWindow | undefined;
  readonly template?: TemplateId | undefined;
}

export type SearchedLog = Pick<ToolLog, 'records' | 'readers' | 'texts' | 'templateOf'>;
