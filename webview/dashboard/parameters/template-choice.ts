import { dropdown } from '../../shared/controls';
import { element } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { shortened } from '../svg';

const mostCharacters = 90;

/** Whose parameters are charted: a list of templates. It is made anew only when they are others. */
export class TemplateChoice {
  readonly element = element('div', { class: 'template-choice' });
  private offered = '';
  private list: ReturnType<typeof dropdown> | undefined;

  constructor(private readonly choose: (template: number) => void) {}

  show(templates: readonly { readonly id: number; readonly title: string }[], chosen: number): void {
    const offered = JSON.stringify(templates);
    if (offered !== this.offered) {
      this.offered = offered;
      const choices = templates.map(({ id, title }) => ({
        value: String(id),
        label: shortened(visibleText(title), mostCharacters),
      }));
      this.list = dropdown(tell('Template'), choices, (value) => this.choose(Number(value)));
      this.element.replaceChildren(this.list);
    }
    const { list } = this;
    // The toolkit's list takes its value once its options stand in the page.
    requestAnimationFrame(() => {
      if (list) list.value = String(chosen);
    });
  }
}
