import type { ScoreLevels } from './score-levels';

/** Points from the highest threshold to the lowest, at most 200 each; none where a class it needs is missing. */
export interface Curves {
  /** From (0, 0), where nothing is flagged, to (1, 1). */
  readonly roc: { readonly falsePositiveRate: Float64Array; readonly truePositiveRate: Float64Array };
  /** From the highest score, the first threshold at which there is a precision. */
  readonly precisionRecall: { readonly recall: Float64Array; readonly precision: Float64Array };
}

export const mostCurvePoints = 200;

type HearPoint = (x: number, y: number) => void;
/** Tells all points of a curve in order, the same each time. */
type Walk = (hear: HearPoint) => void;

export function curvesOf(levels: ScoreLevels): Curves {
  const roc = levels.normal === 0 ? noPoints : thinned(rocWalk(levels));
  const precisionRecall = levels.abnormal === 0 ? noPoints : thinned(precisionRecallWalk(levels));
  return {
    roc: { falsePositiveRate: roc.x, truePositiveRate: roc.y },
    precisionRecall: { recall: precisionRecall.x, precision: precisionRecall.y },
  };
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const noPoints: Points = { x: new Float64Array(0), y: new Float64Array(0) };

function rocWalk(levels: ScoreLevels): Walk {
  if (levels.abnormal === 0) return () => undefined;
  return (hear) => {
    let [positives, negatives] = [0, 0];
    hear(0, 0);
    levels.walk((abnormal, normal) => {
      positives += abnormal;
      negatives += normal;
      hear(negatives / levels.normal, positives / levels.abnormal);
    });
  };
}

function precisionRecallWalk(levels: ScoreLevels): Walk {
  return (hear) => {
    let [positives, flagged] = [0, 0];
    levels.walk((abnormal, normal) => {
      positives += abnormal;
      flagged += abnormal + normal;
      hear(positives / levels.abnormal, positives / flagged);
    });
  };
}

/**
 * The first, the last and those in equal steps along the curve (|Δx| + |Δy|), so that no point that is left out is further than such a
 * step from one that is kept: of a ROC curve, which is 2 long, 0.0102. All where there are few enough.
 */
function thinned(walk: Walk): Points {
  const { count, length } = extentOf(walk);
  const step = count > mostCurvePoints ? length / (mostCurvePoints - 2) : 0;
  const x: number[] = [];
  const y: number[] = [];
  let [told, way, lastX, lastY] = [0, 0, 0, 0];
  walk((nextX, nextY) => {
    way += Math.abs(nextX - lastX) + Math.abs(nextY - lastY);
    lastX = nextX;
    lastY = nextY;
    const isEnd = ++told === 1 || told === count;
    if (!isEnd && way < step) return;
    x.push(nextX);
    y.push(nextY);
    way = 0;
  });
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

function extentOf(walk: Walk): { count: number; length: number } {
  let [count, length, lastX, lastY] = [0, 0, 0, 0];
  walk((x, y) => {
    if (count++ > 0) length += Math.abs(x - lastX) + Math.abs(y - lastY);
    lastX = x;
    lastY = y;
  });
  return { count, length };
}
