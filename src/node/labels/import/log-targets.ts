import type { TemplateSubject } from '../../../engine/labels/label';
import type { SourceSummary, TemplateSummary } from '../../../engine/model/analysis';
import type { LabelLogApi } from '../../../protocol/labels';
import type { LabelTargets } from './resolve-statements';

type Answer<Name extends keyof LabelLogApi> = (
  request: Parameters<LabelLogApi[Name]>[0],
) => ReturnType<LabelLogApi[Name]> | Promise<ReturnType<LabelLogApi[Name]>>;

/** Of the log analysed last, from its thread or this one. */
export interface TargetQuestions {
  readonly recordSubjects: Answer<'recordSubjects'>;
  readonly sessionSubjects: Answer<'sessionSubjects'>;
}

/** Of an analysis, what tells of its templates and lines. */
export interface TargetLog {
  readonly templates: readonly NamedTemplate[];
  readonly sources: readonly Pick<SourceSummary, 'role' | 'lines'>[];
}

type NamedTemplate = Pick<TemplateSummary, 'pattern' | 'pieces'>;

export function logTargets({ templates, sources }: TargetLog, questions: TargetQuestions): LabelTargets {
  const named = new TemplatesByPattern(templates);
  return {
    lines: sources.reduce((sum, { role, lines }) => sum + (role === 'log' ? lines : 0), 0),
    recordsOfLines: async (lines) => questions.recordSubjects({ lines }),
    templatesOf: async (patterns) => patterns.map((pattern) => named.find(pattern)),
    sessionsNamed: async (names) => questions.sessionSubjects({ names }),
  };
}

const placeholder = /<[^<>\s]*>/g;

/** Other programs write `<*>` for whatever stands in a template: what only one template can be is that. */
class TemplatesByPattern {
  private readonly exact = new Map<string, TemplateSubject>();
  /** Null where several look so. */
  private readonly alike = new Map<string, TemplateSubject | null>();

  constructor(templates: readonly NamedTemplate[]) {
    for (const { pattern, pieces } of templates) {
      const subject: TemplateSubject = { kind: 'template', pattern, pieces };
      const words = wordsOf(pattern);
      this.exact.set(pattern, subject);
      this.alike.set(words, this.alike.has(words) ? null : subject);
    }
  }

  find(pattern: string): TemplateSubject | null {
    return this.exact.get(pattern) ?? this.alike.get(wordsOf(pattern)) ?? null;
  }
}

function wordsOf(pattern: string): string {
  return pattern.replace(placeholder, '<>').trim();
}
