import { iconButton, setAttribute } from './element';

/** A button that stays pressed. */
export interface Toggle {
  readonly element: HTMLButtonElement;
  readonly isOn: boolean;
  set(isOn: boolean): void;
}

export function toggle(icon: string, title: string, changed: (isOn: boolean) => void): Toggle {
  let isOn = false;
  const element = iconButton(icon, title, () => {
    set(!isOn);
    changed(isOn);
  });
  const set = (now: boolean) => {
    isOn = now;
    setAttribute(element, 'aria-pressed', String(now));
  };
  set(false);
  return {
    element,
    get isOn() {
      return isOn;
    },
    set,
  };
}
