#!/usr/bin/env node
import './crash-guard';
import { dirname } from 'node:path';
import type { Sentence } from '../engine/model/finding';
import { run } from './run';
import { fitFor } from './terminal/fit-width';
import { tellerFor } from './terminal/language';
import { noteLine } from './terminal/note-line';
import { OpenedLogs } from './terminal/opened-logs';
import { Output } from './terminal/output';
import { paletteFor } from './terminal/palette';
import { ProgressLine } from './terminal/progress-line';

const { stdout, stderr, env, argv } = process;
/** This file is built to dist/cli.js. */
const installation = dirname(__dirname);
const tell = tellerFor(env, installation);
const surroundings = {
  /** Opened only when a command reads it. */
  get stdin() {
    return process.stdin;
  },
  out: new Output(stdout),
  opened: new OpenedLogs(),
  palette: paletteFor(stdout, env),
  fit: fitFor(stdout),
  progress: new ProgressLine(stderr, tell),
  tell,
  note(sentence: Sentence) {
    stderr.write(noteLine(sentence, tell));
  },
  installation,
};

// Not process.exit(): a pipe may still hold output.
void run(argv.slice(2), surroundings, stderr).then((code) => {
  process.exitCode = code;
});
