/** @typedef {{ text: string, lines: readonly number[], isOfSessions: boolean }} LabelledLog what is anomalous is a session, or only lines */

/**
 * Generated logs of several kinds with what is anomalous in them by line, counted from 1. Requests tell whether a fault is overcome, so there
 * hardly a template is all of one verdict; troubles are told by lines of their own beside noise that has always been there.
 *
 * @type {Record<string, (engine: any, seed: number) => LabelledLog>}
 */
export const labelledLogs = {
  requests: (engine, seed) => requests(engine, seed, 'en'),
  'requests, zh': (engine, seed) => requests(engine, seed, 'zh'),
  'two troubles': (engine, seed) => troubles(engine, { seed, preset: 'overlapping' }),
  'two troubles, zh, JSON': (engine, seed) =>
    troubles(engine, { seed, preset: 'overlapping', language: 'zh', layout: 'json' }),
  cascade: (engine, seed) => troubles(engine, { seed, preset: 'cascade', layout: 'logfmt' }),
  'three troubles': (engine, seed) => troubles(engine, { seed, preset: 'several' }),
};

/** @param {any} engine @param {number} seed @param {'en' | 'zh'} language */
function requests(engine, seed, language) {
  const sequences = engine.generateSequences({ seed, count: 2_000, language, services: 8, anomalies: 0.2 });
  const { text, labels } = engine.generatedLog(sequences);
  return { text, lines: labels.map((/** @type {{ line: number }} */ { line }) => line), isOfSessions: true };
}

/** @param {any} engine @param {object} options */
function troubles(engine, options) {
  const { text, troubles: planted } = engine.generateTroubledLog(options);
  const lines = planted.flatMap((/** @type {{ lines: readonly number[] }} */ { lines }) => lines);
  return { text, lines, isOfSessions: false };
}

/**
 * A log whose lines begin with the name of an alert, or a minus where they are none; it is judged without that column.
 *
 * @param {string} text
 * @returns {LabelledLog}
 */
export function alertLog(text) {
  const rows = text.trimEnd().split('\n');
  const lines = rows.flatMap((row, i) => (row.startsWith('- ') ? [] : [i + 1]));
  return {
    text: `${rows.map((row) => row.slice(row.indexOf(' ') + 1)).join('\n')}\n`,
    lines,
    isOfSessions: false,
  };
}
