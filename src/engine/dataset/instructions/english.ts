import type { InstructionSet } from './instruction-set';

export const englishInstructions: InstructionSet = {
  system: 'You read logs of software systems and say whether what they tell is normal or anomalous.',
  verdicts: { normal: 'Normal', anomalous: 'Anomalous' },
  categories: {
    system: 'system',
    network: 'network',
    database: 'database',
    application: 'application',
    security: 'security',
  },
  separator: ' ',
  patterns: [
    {
      instruction: 'Decide whether this sequence of log entries is normal or anomalous, and say why.',
      input: '{log}',
      normal: '{verdict}. Nothing in these {count} entries departs from usual operation.',
      anomalous: '{verdict}.[[ Category: {category}.]][[ {reasons}]]',
    },
    {
      instruction:
        'The following log entries belong together. Is there a problem? If so, name its kind and its cause.',
      input: '{log}',
      normal: '{verdict}. The {count} entries show no problem.',
      anomalous: '{verdict}.[[ This is a problem of the category {category}.]][[ {reasons}]]',
    },
    {
      instruction:
        'Review this log of {source} as an engineer on call would: give a verdict first, then what supports it.',
      input: '{log}',
      normal: '{verdict}. All {count} entries are what this system writes when it is healthy.',
      anomalous: '{verdict}.[[ Category: {category}.]][[ What supports this: {reasons}]]',
    },
  ],
};
