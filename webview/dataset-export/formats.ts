import type { DatasetFormatName } from '../../src/protocol/dataset';
import { tell } from '../shared/tell';

export interface FormatChoice {
  readonly name: DatasetFormatName;
  readonly title: string;
  readonly hint: string;
  /** Made of an instruction set: a model is asked and answers. */
  readonly asks: boolean;
}

/** In the order of docs/datasets.md. */
export function formatChoices(): readonly FormatChoice[] {
  return [
    {
      name: 'alpaca',
      title: 'Alpaca',
      hint: tell('instruction, input and output, as Alpaca and Unsloth take them'),
      asks: true,
    },
    {
      name: 'sharegpt',
      title: 'ShareGPT',
      hint: tell('conversations of turns, as ShareGPT has them'),
      asks: true,
    },
    {
      name: 'openai',
      title: tell('OpenAI chat messages'),
      hint: tell('chat messages, as OpenAI fine-tuning and ChatML templates take them'),
      asks: true,
    },
    {
      name: 'sequence',
      title: tell('Sequences'),
      hint: tell('labels 0 and 1 with a list of log entries, for sequence models'),
      asks: false,
    },
    {
      name: 'classification',
      title: tell('Classification'),
      hint: tell('one text with label and category, for classifiers'),
      asks: false,
    },
    {
      name: 'chinese-labels',
      title: tell('Log sequences with Chinese labels'),
      hint: tell('one text with the label 正常 or 异常'),
      asks: false,
    },
    {
      name: 'records',
      title: tell('Records (CSV)'),
      hint: tell('a row for each record, with its fields'),
      asks: false,
    },
    {
      name: 'templates',
      title: tell('Templates (CSV)'),
      hint: tell('a row for each template, with its counts'),
      asks: false,
    },
    {
      name: 'features',
      title: tell('Feature matrix (CSV)'),
      hint: tell('a row of numbers for each sequence, for scikit-learn'),
      asks: false,
    },
  ];
}
