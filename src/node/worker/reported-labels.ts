import type { LabelCoverage } from '../../engine/labels/label-report';
import type { ReportedLabels } from '../../protocol/labels';

export function reportedLabels({ labels, ...coverage }: LabelCoverage): ReportedLabels {
  let templates = 0;
  const templateEnds = Uint32Array.from(labels, (match) => {
    templates += match.templates.length;
    return templates;
  });
  return {
    ...coverage,
    matches: {
      records: Uint32Array.from(labels, ({ records }) => records),
      firstSources: Uint32Array.from(labels, ({ first }) => first?.source ?? 0),
      firstLines: Uint32Array.from(labels, ({ first }) => first?.line ?? 0),
      templateEnds,
      templates: Uint32Array.from(labels.flatMap((match) => match.templates)),
    },
  };
}
