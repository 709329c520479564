import { analyse, toTheEnd } from '../engine.mjs';

const spanRecords = 1 << 14;

/**
 * A log judged once, with all that labels are given to: each detector's score of each record is looked up in an array from then on.
 *
 * @param {any} engine
 * @param {import('./logs.mjs').LabelledLog} log
 */
export function judgedLog(engine, { text, lines, isOfSessions }) {
  const { session, analysis } = analyse(engine, Buffer.from(text));
  // Scores of single records are shown to nobody, so the session tells them to nobody but its own parts.
  const { judgement, input, resolver } = session.judging.labelled();
  const { records, templates } = input;
  const shapes = toTheEnd(resolver.shapes());
  const incidents = new engine.ToldIncidents(analysis, records);
  toTheEnd(incidents.gather(resolver));
  const all = [...Array(records.recordCount).keys()];
  const truth = new Uint8Array(all.length);
  for (const line of lines) truth[records.recordOfLine(line - 1)] = 1;
  const templateOf = Int32Array.from(all, (record) => templates.templateOf(record));
  const incidentOf = Int32Array.from(all, (record) => incidents.numberOf(record));
  const shapeOf = Int32Array.from(all, (record) => shapes.numberOf(record));
  const judges = judgement.judges.map((/** @type {any} */ { kind, detector }) => {
    const scores = Float64Array.from(all, (record) => detector.scoreOf(record));
    return { kind, detector: { id: detector.id, scoreOf: (/** @type {number} */ record) => scores[record] } };
  });
  return {
    isOfSessions,
    truth,
    templateOf,
    shapeOf,
    incidentOf,
    judges,
    sessions: [...Array(shapes.sessions.count).keys()].map((id) => shapes.sessions.recordsOf(id)),
    ofTemplate: grouped(all, templateOf),
    ofShape: grouped(all, shapeOf),
    ofIncident: grouped(all, incidentOf),
    spans: all
      .filter((from) => from % spanRecords === 0)
      .map((from) => ({ from, to: Math.min(all.length, from + spanRecords) })),
  };
}

/** @param {readonly number[]} records @param {Int32Array} groupOf */
function grouped(records, groupOf) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (const record of records) {
    const own = groups.get(groupOf[record]) ?? [];
    groups.set(groupOf[record], own);
    own.push(record);
  }
  return groups;
}
