import { fetchPlan } from '../../engine/survey/fetch-plan';
import { strangeWindows } from '../../engine/survey/strange-windows';
import type { NsText, TimeSpan } from '../../protocol/log-source';
import type { PlannedSpan, SourceSurvey, SurveyAnswer } from '../../protocol/survey';

const nsPerMs = 1_000_000n;

/** What a survey shows: where the volume is strange, and what to fetch of it. */
export function surveyAnswer(survey: SourceSurvey, span: TimeSpan, budget: number): SurveyAnswer {
  const { series, from, stepNs } = survey;
  const [fromMs, stepMs] = [from, stepNs].map((ns) => Number(BigInt(ns) / nsPerMs));
  const strange = strangeWindows(series, { fromMs, stepMs });
  const [all] = series;
  if (!all) return { survey, strange, plan: { parts: [], entries: 0 } };
  const plan = fetchPlan(all, strange, budget);
  const parts = plan.parts.map((part): PlannedSpan => {
    const { why, limit, entries } = part;
    return {
      why,
      limit,
      entries,
      span: within(span, stepTime(survey, part.from), stepTime(survey, part.to)),
    };
  });
  return {
    survey,
    strange,
    plan: { parts: parts.filter(({ span: part }) => part.from !== part.until), entries: plan.entries },
  };
}

function stepTime({ from, stepNs }: SourceSurvey, step: number): bigint {
  return BigInt(from) + BigInt(step) * BigInt(stepNs);
}

/** Steps at the ends reach beyond what was asked for. */
function within(span: TimeSpan, from: bigint, until: bigint): { from: NsText; until: NsText } {
  const start = from < BigInt(span.from) ? span.from : `${from}`;
  const end = until > BigInt(span.until) ? span.until : `${until}`;
  return { from: start, until: end };
}
