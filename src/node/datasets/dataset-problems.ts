import type { Sentence } from '../../engine/model/finding';
import { InputError } from '../../protocol/input-error';

/** What can be wrong with a labelled data set: the sentence names file and line and ends in the cure. {0} is the path. */
const problems = {
  'no-json': { pattern: 'Line {1} of {0} is no JSON ({2}). Mend the line or remove it.' },
  'no-such-line': {
    pattern:
      'Line {1} of {0} labels line {2}, but {3} ends with line {4}. Check that the labels are of this log.',
  },
  'no-sequences': {
    pattern: '{0} holds no sequence. Give one JSON object a line: {1}.',
  },
  'long-line': {
    pattern:
      'Line {1} of {0} is too long for a training example. Check that the file holds one object a line.',
  },
  damaged: {
    pattern: '{0} ends in damaged packed data, so it cannot be checked whole. Copy or download it again.',
  },
  'no-labels': { pattern: '{0} holds no label. Give one JSON object a line: {1}.' },
  'labels-of-store': {
    pattern:
      '{0} is a file of labels as a store keeps them. Leave it out: what the nearest {1} says is heeded without it, and "--store FOLDER" names another.',
  },
  'label-of-no-line': {
    pattern:
      'Line {1} of {0} names no line of the log ({2}). Import the file into the store, whose labels count too: oddline labels LOG --import {0}',
  },
  'label-not-measured': {
    pattern:
      'Line {1} of {0} names no line of the log ({2}), and it is measured by its lines. Name each by its number, or remove the line.',
  },
  'labels-left-empty': {
    pattern: '{0} has rows whose label is empty: {1}. Fill them in, or remove them.',
  },
  'no-normal-training': {
    pattern:
      '{0} holds no normal sequence (label 0), and nothing can be learned from others. Name a training file with some.',
  },
  'no-records': {
    pattern: '{0} holds no record, so there is nothing to export. Name a log with lines in it.',
  },
  'no-sessions': {
    pattern:
      'No sessions were found in {0}. Name the field that tells them apart with "--session NAME", or export windows.',
  },
  'nothing-labelled': {
    pattern:
      'Nothing says what is anomalous in {0}. Name a file of labels with "--labels FILE", or take what Oddline found with "--from-findings".',
  },
  'none-labelled': {
    pattern:
      'No sequence of {0} holds a record that somebody labelled. Label some, or leave out "--labelled-only": then those are normal.',
  },
  'nothing-to-balance': {
    pattern:
      'All sequences are {0}, so they cannot be balanced. Label some of the others, or leave out "--balance".',
  },
  'all-too-long': {
    pattern:
      'Every sequence is longer than {0} tokens. Raise "--max-tokens", or make windows of fewer records.',
  },
  'nothing-to-draft': {
    pattern: 'The format {0} has no answers that a model could draft. Export alpaca, sharegpt or openai.',
  },
  'no-such-split': {
    pattern:
      'All {0} sequences were left out when they were split. Name more logs, or export whole sessions.',
  },
  'export-source-changed': {
    pattern:
      '{0} changed while it was exported, so nothing was written. Export it when it is at rest, or a copy of it.',
  },
  'export-source-gone': {
    pattern: '{0} cannot be read any more ({1}), so nothing was written. Put it back, and export it again.',
  },
  'export-onto-source': {
    pattern: '{0} is what the data set is made of, and would be lost. Name another folder to write to.',
  },
  'export-folder-taken': {
    pattern: '{0} is not empty. Name a new folder, or replace the data set in it with "--force".',
  },
  'export-folder-foreign': {
    pattern:
      '{0} holds no data set of Oddline (no data-card.json), and nothing else is replaced. Name a new folder.',
  },
  'export-no-folder': { pattern: '{0} is a file. Name a folder to write to.' },
  'export-disk-full': {
    pattern:
      'The disk of {0} is full, so nothing was written. Free some space there, or name a folder on another disk.',
  },
  'export-forbidden': {
    pattern: '{0} may not be written to by you. Ask for write permission, or name another folder.',
  },
  'export-not-written': { pattern: '{0} could not be written ({1}). Name another folder.' },
  'export-cancelled': { pattern: 'The export was cancelled. Nothing was written.' },
} as const;

export function datasetError(code: keyof typeof problems, ...values: Sentence['values']): InputError {
  return new InputError({ code, sentence: { ...problems[code], values } });
}
