import { describe, expect, it } from 'vitest';
import type { DetectorWeights } from '../../../src/engine/labels/label-report';
import { finish } from '../log-builder';
import { analysed, choicesAt, depotLog, lineOf, opened, says } from './depot-log';

const text = depotLog(60);
const log = opened([text]);
const plain = analysed(log);
const torn = lineOf(text, 'cable torn');

const byLevel: DetectorWeights = { bias: -3, weights: { level: 8 } };
const byNothing: DetectorWeights = { bias: -3, weights: { volume: 4 } };
const judged = (weights: DetectorWeights | null) => finish(log.session.rejudge({ weights }, log.texts));
const found = ({ findings }: typeof plain) => findings.map(({ line }) => line);

describe('learned weights', () => {
  it('decide what is a finding, and how much of one', () => {
    const weighted = judged(byLevel);
    expect(found(weighted)).toEqual([torn]);
    expect(weighted.findings[0].score).not.toBe(plain.findings[0].score);
    expect(found(judged(byNothing))).toEqual([]);
  });

  it('are judged by the same when they were known from the start', () => {
    expect(analysed(opened([text], { weights: byLevel }))).toEqual(judged(byLevel));
  });

  it('taken back, all is as it was', () => {
    judged(byNothing);
    expect(judged(null)).toEqual(plain);
  });

  it('do not silence what a person calls anomalous', () => {
    const { record } = choicesAt(log, torn);
    const labels = [says(record, 'anomalous')];
    expect(found(finish(log.session.rejudge({ labels, weights: byNothing }, log.texts)))).toEqual([torn]);
    finish(log.session.rejudge({ labels: [], weights: null }, log.texts));
  });
});

describe('measured by labels', () => {
  const { template, session } = choicesAt(log, torn);
  const { template: lifted } = choicesAt(log, lineOf(text, 'lifted'));
  const labels = [says(template.subject, 'anomalous', 'wear'), says(lifted.subject, 'normal')];
  const measured = (weights: DetectorWeights | null) => {
    finish(log.session.rejudge({ labels, weights }, log.texts));
    return finish(log.session.labels.measure());
  };

  it('only labelled records count, and what detectors scored, not what the labels make of it', () => {
    const built = measured(null);
    expect(built).toMatchObject({ records: 61, abnormal: 1 });
    expect(built?.detectors[0].confusion.truePositives).toBe(1);
    expect(built?.categories).toEqual([{ category: 'wear', abnormal: 1, found: 1 }]);
    expect(measured(byNothing)?.detectors[0]).toMatchObject({ detector: 'fused', recall: 0 });
  });

  it('nothing labelled is no measure, nor is what is disputed', () => {
    finish(log.session.rejudge({ labels: [], weights: null }, log.texts));
    expect(finish(log.session.labels.measure())).toBeNull();
    const disputed = [says(session.subject, 'normal'), says(session.subject, 'anomalous')];
    finish(log.session.rejudge({ labels: disputed }, log.texts));
    expect(finish(log.session.labels.measure())).toBeNull();
  });
});
