import type { Section, SectionParts } from '../section';

export function modelSection(_parts: SectionParts): Section {
  return { shows: ['log'], refresh: async () => ({ kind: 'empty', text: '' }) };
}
