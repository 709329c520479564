import { toTheEnd } from '../engine.mjs';

/** Of a template's records, from which share on a person says one thing of all. */
const agreed = 0.9;
const breadth = { template: 1, session: 2, incident: 3, record: 4 };

/**
 * Somebody who labels truthfully, and a log taught by it as the product is: of two labels the narrower holds, labelled records are found or not by
 * their labels, all others by the detectors; re-fitted weights are agreed to where their cross-validated F1 is higher.
 */
export class Person {
  given = 0;
  /** @type {string[]} */
  verdicts = [];
  /** @type {any} */
  weights = null;

  /** @param {any} engine @param {any} log of `judgedLog` */
  constructor(engine, log) {
    this.engine = engine;
    this.log = log;
    this.labelOf = new Int32Array(log.truth.length).fill(-1);
    this.narrowness = new Uint8Array(log.truth.length);
    this.fusion = new engine.Fusion(log.judges);
    const detectors = log.judges.map((/** @type {any} */ { detector }) => detector);
    this.builtIn = { detectors, fusion: this.fusion, threshold: 0.5 };
    this.labelled = {
      spans: log.spans,
      templateOf: (/** @type {number} */ record) => log.templateOf[record],
      shapeOf: (/** @type {number} */ record) => log.shapeOf[record],
      incidentOf: (/** @type {number} */ record) => log.incidentOf[record],
      labelOf: (/** @type {number} */ record) => this.labelOf[record],
      verdicts: this.verdicts,
    };
  }

  /** A template where all but a tenth of its records agree, else the record that is shown. @param {number} template @param {number} shown */
  labelTemplate(template, shown) {
    this.labelAlike(this.log.ofTemplate.get(template), shown, breadth.template);
  }

  /** The same of an incident. @param {number} incident @param {number} shown */
  labelIncident(incident, shown) {
    this.labelAlike(this.log.ofIncident.get(incident), shown, breadth.incident);
  }

  /** @param {readonly number[]} own @param {number} shown @param {number} narrowness */
  labelAlike(own, shown, narrowness) {
    const share = shareOf(own, (record) => this.log.truth[record] === 1);
    if (share < agreed && share > 1 - agreed) this.labelRecord(shown);
    else this.label(own, share > 0.5, narrowness);
  }

  /** As most of its sessions are; one is anomalous where one of its records is. @param {number} shape */
  labelShape(shape) {
    const alike = this.log.sessions.filter(
      (/** @type {Uint32Array} */ own) => this.log.shapeOf[own[0]] === shape,
    );
    const share = shareOf(alike, (own) => this.isTrouble(own));
    this.label(this.log.ofShape.get(shape), share > 0.5, breadth.session);
  }

  /** @param {number} record */
  labelRecord(record) {
    this.label([record], this.log.truth[record] === 1, breadth.record);
  }

  /** Takes the proposals ten at a time, as the product lists them. @param {number} labels in all @param {boolean} takesSessions */
  labelInOrder(labels, takesSessions) {
    const isPassed = (/** @type {any} */ group) =>
      (group.kind === 'session' && !takesSessions) || this.seen.has(this.recordsOf(group));
    while (this.given < labels) {
      const wanted = { isPassed, limit: Math.min(10, labels - this.given) };
      const scoring = { ...this.builtIn, fusion: this.fusion };
      const proposals = toTheEnd(this.engine.nextToLabel(scoring, this.labelled, wanted));
      if (proposals.length === 0) return;
      for (const { group, record } of proposals) this.answer(group, record);
      this.learn();
    }
  }

  learn() {
    const { kind, learned } = toTheEnd(this.engine.learnWeights(this.builtIn, this.labelled));
    const agrees = kind === 'learned' && learned.after.f1 > learned.before.f1;
    this.weights = agrees ? learned : null;
    const { Fusion, WeightedFusion } = this.engine;
    this.fusion = agrees ? new WeightedFusion(this.log.judges, learned) : new Fusion(this.log.judges);
  }

  /** Over all records. */
  recordF1() {
    const { truth } = this.log;
    return f1(
      [...truth.keys()],
      (record) => truth[record] === 1,
      (record) => this.finds(record),
    );
  }

  /** Over all sessions: by their label, else found where one of their records is. */
  sessionF1() {
    return f1(
      this.log.sessions,
      (own) => this.isTrouble(own),
      (own) => own.some((/** @type {number} */ record) => this.finds(record)),
    );
  }

  /** Groups it was shown. */
  seen = new Set();

  /** @param {any} group @param {number} record */
  answer(group, record) {
    this.seen.add(this.recordsOf(group));
    if (group.kind === 'template') this.labelTemplate(group.template, record);
    else if (group.kind === 'session') this.labelShape(group.shape);
    else this.labelIncident(group.incident, record);
  }

  /** @param {any} group */
  recordsOf({ kind, template, shape, incident }) {
    const { ofTemplate, ofShape, ofIncident } = this.log;
    if (kind === 'template') return ofTemplate.get(template);
    return kind === 'session' ? ofShape.get(shape) : ofIncident.get(incident);
  }

  /** @param {ArrayLike<number>} records @param {boolean} isAnomalous @param {number} narrowness */
  label(records, isAnomalous, narrowness) {
    const label = this.verdicts.push(isAnomalous ? 'anomalous' : 'normal') - 1;
    this.given++;
    for (const record of Array.from(records)) {
      if (this.narrowness[record] > narrowness) continue;
      this.labelOf[record] = label;
      this.narrowness[record] = narrowness;
    }
  }

  /** @param {number} record */
  finds(record) {
    const label = this.labelOf[record];
    if (label >= 0) return this.verdicts[label] === 'anomalous';
    return this.fusion.score(record) >= this.builtIn.threshold;
  }

  /** @param {Uint32Array} session */
  isTrouble(session) {
    return session.some((record) => this.log.truth[record] === 1);
  }
}

/** @template Item @param {readonly Item[]} items @param {(item: Item) => boolean} is */
function shareOf(items, is) {
  return items.filter(is).length / items.length;
}

/** @template Item @param {readonly Item[]} items @param {(item: Item) => boolean} isTrue @param {(item: Item) => boolean} isFound */
function f1(items, isTrue, isFound) {
  let [both, either] = [0, 0];
  for (const item of items) {
    const [wanted, found] = [isTrue(item), isFound(item)];
    if (wanted && found) both++;
    either += Number(wanted) + Number(found);
  }
  return either === 0 ? 1 : (2 * both) / either;
}
