import type { CardDrafts, CardFile, CardLabels } from '../../engine/dataset/card/data-card';
import type { PlacedSequence } from '../../engine/dataset/export/export-sequences';
import { type DatasetSequence, sequenceLabels } from '../../engine/dataset/sequence';
import type { splitNames } from '../../engine/dataset/split/split';

type Row = Omit<CardLabels, 'counts'> & { readonly counts: Record<(typeof splitNames)[number], number> };

interface Counted extends Pick<PlacedSequence, 'split' | 'labelledBy'> {
  readonly sequence: Pick<DatasetSequence, 'label' | 'category'>;
}

/** Counts what was written, by label, category and who said so. */
export class ExportTally {
  private readonly rows = new Map<string, Row>();

  add({ split, labelledBy, sequence: { label, category } }: Counted): void {
    const key = JSON.stringify([sequenceLabels.indexOf(label), category ?? '', labelledBy ?? '']);
    const row = this.rows.get(key) ?? {
      ...{ label, category, labelledBy },
      counts: { train: 0, validation: 0, test: 0 },
    };
    row.counts[split]++;
    this.rows.set(key, row);
  }

  /** Normal ones first, then by category. */
  labels(): CardLabels[] {
    return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }
}

/** What was written, and what was not. */
export interface Written {
  readonly files: readonly CardFile[];
  readonly tally: ExportTally;
  readonly tooLong: number;
  readonly cutRecords: number;
  readonly masked: ReadonlyMap<string, number>;
  /** A file's name as the card may say it. */
  readonly nameOf: (name: string) => string;
  /** Where a model was asked. */
  readonly drafts: CardDrafts | undefined;
}
