import { describe, expect, it } from 'vitest';
import { dataCardMarkdown } from '../../../../src/engine/dataset/card/card-markdown';
import type { DataCard } from '../../../../src/engine/dataset/card/data-card';
import { sentenceText } from '../../../../src/protocol/sentence';

const file = { bytes: 9, sha256: 'ab', sequences: 4, records: 30 };
const split: DataCard = {
  ...{ kind: 'oddline-data-card', version: 1, oddline: '1.0.0', command: ['oddline', 'export', 'a.log'] },
  ...{ format: 'alpaca', seed: 1, settings: {}, sources: [], labelSources: [], leftOut: [], leaks: 0 },
  files: [{ ...file, name: 'train.jsonl', split: 'train' }],
  labels: [
    {
      ...{ label: 'normal', category: null, labelledBy: null },
      counts: { train: 3, validation: 0, test: 0 },
    },
    {
      ...{ label: 'anomalous', category: 'network', labelledBy: 'person' },
      counts: { train: 1, validation: 0, test: 0 },
    },
  ],
  masking: { redacted: true, masked: {} },
};
const whole: DataCard = {
  ...split,
  ...{ leaks: null, files: [{ ...file, name: 'services.log', split: null }] },
  labels: [{ label: 'normal', category: null, labelledBy: 'generator', counts: { all: 4 } }],
};

const shown = (card: DataCard) => dataCardMarkdown(card, sentenceText);

describe('a data card', () => {
  it('says how many sequences are normal only since nobody labelled them', () => {
    expect(shown(split)).toContain('Sequences that nobody labelled and that are written as normal: 3.');
    expect(shown(whole)).not.toContain('nobody labelled');
  });

  it('says what its command cannot give: a year that no time names, a name that is masked', () => {
    const source = { name: 'sys.log', bytes: 9, sha256: 'ab' };
    const dated = { ...split, sources: [{ ...source, modified: '2025-11-22T08:00:00Z' }] };
    expect(shown(dated)).toContain('`touch -d 2025-11-22T08:00:00Z FILE`');
    expect(shown({ ...split, sources: [source] })).not.toMatch(/touch|A name in the command/);
    const masking = { redacted: true, masked: {}, inCommand: true } as const;
    expect(shown({ ...split, masking })).toContain('A name in the command is masked');
  });

  it('tells labels by part', () => {
    expect(shown(split)).toContain('| Label | Category | Labelled by | train | validation | test |');
    expect(shown(split)).toContain('| train.jsonl | train | 4 | 30 | ab |');
  });

  it('of a log without parts names none', () => {
    expect(shown(whole)).not.toMatch(/train|validation|test|split/i);
    expect(shown(whole)).toContain('| normal |  | generator | 4 |');
  });
});
