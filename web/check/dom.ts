// The few elements that the clerk's page is made of.

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  more: { className?: string; lang?: string; role?: string } = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (more.className) made.className = more.className;
  if (more.lang) made.lang = more.lang;
  if (more.role) made.setAttribute('role', more.role);
  return made;
}

export function button(label: string, work: () => void): HTMLButtonElement {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', work);
  return made;
}

/** A label and its field in one block. */
export function field<T extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
  label: string,
  id: string,
  input: T,
): { block: HTMLElement; input: T } {
  const name = element('label', label);
  name.htmlFor = id;
  input.id = id;
  const block = element('div', '', { className: 'field' });
  block.append(name, input);
  return { block, input };
}
