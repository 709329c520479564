import type { LabelSubject } from '../../engine/labels/label';

/** What a person knows it by: the template, where there is one. */
export function subjectName(subject: LabelSubject): string {
  switch (subject.kind) {
    case 'template':
      return subject.pattern;
    case 'record':
      return subject.template || subject.id;
    case 'session':
      return `session ${subject.shape}`;
    case 'incident':
      return `incident ${subject.id}`;
  }
}
